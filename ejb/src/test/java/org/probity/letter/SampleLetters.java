package org.probity.letter;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probity.kernel.Language;
import org.probity.tenancy.Board;
import org.probity.tenancy.ContactDetails;
import org.probity.tenancy.Deadlines;

/** Letters to print in tests. */
final class SampleLetters {

    static final Board ENGLISH = new Board("chscb", "City Safeguarding Board", null, "CHSCB", Board.Country.ENGLAND, "#1d5b8f",
            false, "conduct@chscb.example.org", Deadlines.usual())
            .reachedAt(new ContactDetails("conduct@chscb.example.org", "Example House\n1 Example Street\nExampleton\nZZ1 1ZZ", "020 7946 0101"));

    /** One of an earlier release, of which nobody has said more. */
    static final Board OLDER = new Board("older", "Older Safeguarding Board", null, "OLDER", Board.Country.ENGLAND, "#1d5b8f",
            false, "conduct@older.example.org", Deadlines.usual());

    static final Board WELSH = new Board("cwmtaf", "Cwm Taf Safeguarding Board", "Bwrdd Diogelu Cwm Taf", "CWMTAF",
            Board.Country.WALES, "#f0a500", true, "ymddygiad@cwmtaf.example.org", Deadlines.usual())
            .reachedAt(new ContactDetails("ymddygiad@cwmtaf.example.org", "Tŷ Enghraifft\n4 Heol Enghraifft\nTreenghraifft\nZZ4 4ZZ", "029 2018 0104"));

    private SampleLetters() {
    }

    static LetterDraft draft(Board board, Language language) {
        return new LetterDraft(board, language, board.prefix() + "-2026-0042", LocalDate.of(2026, 11, 19))
                .to("Siân Ŵynne-Ŷoung", "Senior practitioner", null);
    }

    static LetterSheet english() {
        Map<String, String> item = new LinkedHashMap<>();
        item.put("Where it is", "https://social.example.org/posts/2026/11/08/photograph-at-the-contact-centre-1048576");
        item.put("What it is", "A photograph taken at a contact centre, with the board’s name in the caption.");
        item.put("Clause it does not keep to", "3.6, third rule: photographs on premises");
        return draft(ENGLISH, Language.EN).title("We ask you to take content down").paragraph("Dear Siân Ŵynne-Ŷoung")
                .paragraph("A concern came to the board about something that can be seen online. We looked at it with care, "
                        + "and we think it does not keep to the board’s policy on social media. We are asking you to help "
                        + "put that right.")
                .facts(Map.of("Please reply by", "Thursday 26 November 2026"))
                .heading("What we are asking you to do").facts(item).facts(item)
                .heading("Why we are asking")
                .paragraph("Before writing to you we weighed, in writing, your private life and your freedom to speak against "
                        + "the effect on the people the board serves.")
                .heading("What you told us").quote("It was a private group 🙂 and nobody\noutside it could see the picture.")
                .heading("How to answer").bullets("Sign in at http://localhost:8080/chscb/requests/removal/12. You can say that "
                        + "you removed it, or some of it; that you disagree; that it is not yours; or that you need more time.",
                        "You can also answer by letter.")
                .right("This is not a finding of guilt. Nobody has decided that you broke the policy, and what you tell us counts.")
                .right("You may disagree with all of it or part of it. A senior officer who did not investigate will decide.")
                .right("Someone may help you answer: a trade union representative, a colleague, or anyone you trust.")
                .signed("Olwen Officer", "Compliance officer").sheet();
    }

    static LetterSheet welsh() {
        return draft(WELSH, Language.CY).title("Rydym yn gofyn i chi dynnu cynnwys i lawr")
                .paragraph("Annwyl Siân Ŵynne-Ŷoung")
                .paragraph("Daeth pryder i sylw’r bwrdd am rywbeth y gellir ei weld ar-lein. Rydym wedi edrych arno’n ofalus, ac "
                        + "yn ein barn ni nid yw’n cadw at bolisi’r bwrdd ar y cyfryngau cymdeithasol.")
                .heading("Pwy all eich helpu").bullets(List.of("Eich undeb llafur, eich rheolwr neu wasanaeth lles eich cyflogwr."))
                .right("Nid dyfarniad o euogrwydd yw hwn. Mae’r dŵr a’r tŷ yn ddiogel.")
                .signed("Olwen Officer", "Swyddog cydymffurfio").sheet();
    }
}
