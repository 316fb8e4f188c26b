package org.probity.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.probity.access.Role;
import org.probity.kernel.Json;
import org.probity.kernel.Language;
import org.probity.policy.Clause;
import org.probity.tenancy.Board;
import org.probity.tenancy.ContactDetails;
import org.probity.tenancy.Deadlines;

/**
 * A demonstration board as its resource {@code demo/<slug>.json} describes it. Organisations are named by their name,
 * accounts by their user name, persons by their e-mail address.
 *
 * @param members who may sign in, with their roles at this board
 * @param acknowledgements who has said when that they read which policy
 */
public record DemoBoard(BoardPart board, List<PolicyPart> policies, List<OrganisationPart> organisations,
        List<MemberPart> members, List<PersonPart> persons, List<AcknowledgementPart> acknowledgements) {

    /** The board itself. */
    public record BoardPart(String slug, String name, String nameCy, String prefix, Board.Country country, String accent,
            boolean bilingual, String contactEmail, String postalAddress, String telephone, Deadlines deadlines) {

        ContactDetails contact() {
            return new ContactDetails(contactEmail, postalAddress, telephone);
        }
    }

    /**
     * One version of a policy; the main one comes first in its board, an older version before the one that follows it.
     *
     * @param follows title and version of that one, such as {@code Title (1)}, or null
     */
    public record PolicyPart(String title, String titleCy, String version, LocalDate inForceFrom, LocalDate reviewOn,
            String source, List<ClausePart> clauses, String follows) {
    }

    /** One clause. */
    public record ClausePart(String number, Clause.Kind kind, Clause.Strength strength, String text, String textCy) {
    }

    /** A partner. */
    public record OrganisationPart(String name, String nameCy, String contactEmail) {
    }

    /**
     * A member.
     *
     * @param organisation null for the board's own people
     * @param token for the REST API, or null
     */
    public record MemberPart(String account, String name, Set<Role> roles, String organisation, Language language,
            String token) {
    }

    /**
     * Somebody in the directory.
     *
     * @param profession a code of the country's practice pack, or null where it is not known
     * @param account null where they have no way into the portal
     * @param joinedOn null where that is not known
     * @param leftOn null while they are there
     */
    public record PersonPart(String name, String email, String jobTitle, String profession, String organisation,
            String account, Language language, LocalDate joinedOn, LocalDate leftOn) {
    }

    /** A person has read a policy. @param policy its title, for the newest version, or title and version */
    public record AcknowledgementPart(String person, String policy, LocalDate on) {
    }

    /** @throws IllegalStateException where there is no such resource or it cannot be read */
    static DemoBoard read(String slug) {
        try (InputStream in = DemoBoard.class.getResourceAsStream("/demo/" + slug + ".json")) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), DemoBoard.class);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("The demonstration board " + slug + " cannot be read", e);
        }
    }
}
