package org.probity.web.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.access.Capacity.APPROVED;
import static org.probity.access.Capacity.INVESTIGATED;
import static org.probity.access.Capacity.REVIEWED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.investigation.LeftFor;
import org.probity.investigation.Outlook;
import org.probity.kernel.Language;

/** Before somebody acts they read what they cannot do later and who is left for it, and where nobody would be, whom to ask first. */
class LeftNotesTest {

    private static final LeftFor OFFICER = new LeftFor(INVESTIGATED, List.of("Olwen Prydderch"), null);

    @Test
    void whoReviewsReadsThatTheyCannotApproveAndWhoCan() {
        Outlook outlook = new Outlook(REVIEWED, List.of(APPROVED), List.of(OFFICER, new LeftFor(APPROVED, List.of("Nia Rees"), null)), List.of(), null);
        assertThat(LeftNotes.words(Language.EN, outlook)).isEqualTo("Left to go on investigating: Olwen Prydderch. If you do this, you cannot approve the "
                + "referral of this case, or decide on a challenge, later. Left for that: Nia Rees.");
        assertThat(LeftNotes.words(Language.CY, outlook)).contains("ni allwch gymeradwyo", "Ar ôl i wneud hynny: Nia Rees.");
        assertThat(outlook.deadEnd()).isFalse();
    }

    @Test
    void whereNobodyWouldBeLeftItSaysWhomToAskFirst() {
        Outlook outlook = new Outlook(REVIEWED, List.of(APPROVED), List.of(OFFICER, new LeftFor(APPROVED, List.of(), null)), List.of(APPROVED), null);
        assertThat(LeftNotes.words(Language.EN, outlook)).doesNotContain("Left for that");
        assertThat(LeftNotes.warning(Language.EN, outlook)).startsWith("Nobody would be left to approve a referral").contains("Ask an administrator");
        assertThat(LeftNotes.warning(Language.CY, outlook)).startsWith("Ni fyddai neb ar ôl").contains("i weinyddwr");
    }

    @Test
    void whereOnePersonIsLeftForTwoThingsItSaysWho() {
        Outlook outlook = new Outlook(INVESTIGATED, List.of(REVIEWED), List.of(), List.of(), "Lena Dafis");
        assertThat(LeftNotes.warning(Language.EN, outlook)).startsWith("Lena Dafis alone");
        assertThat(LeftNotes.warning(Language.CY, outlook)).contains("Lena Dafis");
    }

    @Test
    void ofManyTheFirstAreNamed() {
        Outlook outlook = new Outlook(REVIEWED, List.of(), List.of(new LeftFor(APPROVED, List.of("A", "B", "C", "D", "E", "F", "G"), null)), List.of(), null);
        assertThat(LeftNotes.words(Language.EN, outlook)).endsWith(": A, B, C, D, E and others: 2.");
    }

    @Test
    void investigatingIsWarnedOfBeforeTheFirstActAlone() {
        Outlook first = new Outlook(INVESTIGATED, List.of(REVIEWED), List.of(), List.of(APPROVED), null);
        Outlook later = new Outlook(INVESTIGATED, List.of(), List.of(), List.of(APPROVED), null);
        assertThat(LeftNotes.isOf(first, false)).isTrue();
        assertThat(LeftNotes.isOf(later, false)).isFalse();
        assertThat(LeftNotes.isOf(later, true)).as("where it is said whatever they did before").isTrue();
        assertThat(LeftNotes.isOf(null, true)).as("to whom it is not theirs to do").isFalse();
    }

    @Test
    void theCaseSaysWhatNobodyIsLeftForAndWhenSomebodyWasAskedFor() {
        List<LeftFor> now = List.of(OFFICER, new LeftFor(REVIEWED, List.of(), null), new LeftFor(APPROVED, List.of(), Instant.parse("2026-11-24T10:00:00Z")));
        assertThat(LeftNotes.stuck(Language.EN, now)).hasSize(2).anySatisfy(words -> assertThat(words).startsWith("Nobody is left to review").contains("Ask an administrator"))
                .anySatisfy(words -> assertThat(words).startsWith("Nobody is left to approve").contains("were asked on", "24 November 2026"));
        assertThat(LeftNotes.stuck(Language.CY, now)).allSatisfy(words -> assertThat(words).startsWith("Nid oes neb ar ôl"));
    }

    /** Each act that rules its doer out of another: before its button. */
    @ParameterizedTest
    @CsvSource({"findings/findings,record,INVESTIGATED", "findings/review,review,REVIEWED", "removal/forms/challenge,decide,APPROVED",
        "removal/forms/identity,decide,APPROVED", "removal/forms/check,check,INVESTIGATED", "removal/forms/extension,decide,INVESTIGATED",
        "removal/forms/silence,decide,INVESTIGATED", "removal/new,send,INVESTIGATED", "removal/record,record,INVESTIGATED",
        "cooperation/forms/authority,decide,APPROVED", "cooperation/forms/access,record,INVESTIGATED", "cooperation/forms/consider,decide,INVESTIGATED",
        "cooperation/forms/meeting,record,INVESTIGATED", "cooperation/forms/silence,decide,INVESTIGATED", "cooperation/new,send,INVESTIGATED",
        "cooperation/record,record,INVESTIGATED", "referral/forms/compose,compose,INVESTIGATED", "referral/forms/answer,answer,INVESTIGATED",
        "referral/forms/redirect,decideRedirect,INVESTIGATED", "referral/approval,decideReferral,APPROVED", "evidence/new,keep,INVESTIGATED",
        "detection/urgent,answer,INVESTIGATED", "detection/triage,triage,INVESTIGATED", "detection/safeguarding,answer,INVESTIGATED",
        "detection/telling,tell,INVESTIGATED", "detection/contact,decide,INVESTIGATED", "investigation/party,add,INVESTIGATED"})
    void itStandsBeforeTheButton(String page, String button, String acting) throws IOException {
        String before = Files.readString(Path.of("src/main/webapp", page + ".xhtml")).split("<h:commandButton id=\"" + button + "\"")[0];
        String note = before.substring(before.lastIndexOf("<ui:include"));
        assertThat(note).contains("/investigation/parts/left.xhtml", "name=\"acting\" value=\"" + acting + "\"").doesNotContain("<pr:", "<h:");
    }
}
