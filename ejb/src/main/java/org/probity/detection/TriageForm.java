package org.probity.detection;

import java.time.LocalDate;
import java.util.List;
import org.probity.investigation.Decision;
import org.probity.investigation.InPost;
import org.probity.member.Directory;

/**
 * What an officer makes of a concern.
 *
 * @param title the case is known by from now on; no names in it
 * @param clauses numbers of the clauses that may have been broken, at least one where it is investigated; where two policies in force
 *        number one alike, {@code id:} and its id
 * @param inScope whether the policy covers the person and the post (000 cl. 2)
 * @param officialAccount posted from an account of the board, not a personal one (000 cl. 1.3)
 * @param whistleblowing possibly a protected disclosure: it is then kept away from discipline, until a lead has decided (000 cl. 3.7)
 * @param subjectId somebody in the directory; or null with {@code newSubject}
 * @param postedOn null where nobody knows it: the policy of the day of the report counts then, and no day is written down
 * @param impact on the people the board serves
 * @param duplicateOf reference of an earlier case about the same thing, or null
 * @param inPost whether the subject was with their organisation on the day of the post; null for what the directory tells
 * @param inPostReasons why it is investigated although they were not, or why it is not as the directory has it
 */
public record TriageForm(String title, List<String> clauses, boolean inScope, boolean officialAccount,
        boolean whistleblowing, Long subjectId, Directory.NewPerson newSubject, LocalDate postedOn, Audience audience,
        Impact impact, boolean childInvolved, boolean repeat, String duplicateOf, Decision decision, String reasons,
        InPost inPost, String inPostReasons) {

    /** Who could see it. */
    public enum Audience { PRIVATE, GROUP, PUBLIC }

    /** How hard it hits. */
    public enum Impact { LOW, MEDIUM, HIGH }
}
