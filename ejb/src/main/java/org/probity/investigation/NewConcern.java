package org.probity.investigation;

import java.time.LocalDate;
import org.probity.kernel.Checks;
import org.probity.kernel.CodePoints;
import org.probity.kernel.Language;

/**
 * What somebody reports.
 *
 * @param what what was seen, up to 4,000 characters; the only part that must be given
 * @param platform where, in any words: the list of platforms is open (000 cl. 2.1)
 * @param address web address of the post or account
 * @param postedOn day of the post; not in the future
 * @param howNoticed how it came to attention (000 cl. 5.2)
 * @param reporterName null for somebody who stays anonymous, as everybody does in whose name nothing can be seen
 * @param reporterContact null where none is given
 * @param immediateDanger somebody may be in danger now: the form shows 999 first
 * @param indecentImage an indecent image of a child is suspected: no file is taken, the address only
 * @param grooming grooming is suspected: the form shows CEOP first
 */
public record NewConcern(String what, String platform, String address, LocalDate postedOn, String howNoticed,
        String subjectName, String subjectOrganisation, String reporterName, String reporterContact,
        boolean immediateDanger, boolean indecentImage, boolean grooming, Language language) {

    public NewConcern {
        reporterName = CodePoints.seenIn(reporterName);
        reporterContact = CodePoints.seenIn(reporterContact);
    }

    /** @throws org.probity.kernel.Refusal INVALID naming each field that is missing, too long, in the future, before all days that are kept, or holds a secret */
    public void check(LocalDate today) {
        new Checks().text("what", what, Checks.LONG_TEXT).max("platform", platform, 100).max("address", address, 1000)
                .max("howNoticed", howNoticed, 1000).max("subjectName", subjectName, 200)
                .max("subjectOrganisation", subjectOrganisation, 200).max("reporterName", reporterName, 200)
                .max("reporterContact", reporterContact, 254).day("postedOn", postedOn)
                .that(postedOn == null || !postedOn.isAfter(today), "postedOn", "investigation.refused.postedLater")
                .done();
    }
}
