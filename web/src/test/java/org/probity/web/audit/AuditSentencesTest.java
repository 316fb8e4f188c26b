package org.probity.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.access.Act;
import org.probity.access.Role;
import org.probity.account.AccountSession;
import org.probity.archive.ArchiveRun;
import org.probity.audit.Verdict;
import org.probity.concern.Notes;
import org.probity.cooperation.CooperationKind;
import org.probity.cooperation.CooperationReply;
import org.probity.cooperation.CooperationRequest;
import org.probity.correspondence.LetterPosting;
import org.probity.detection.DangerReport;
import org.probity.detection.DesignatedOfficerContact;
import org.probity.detection.ProtectedDisclosure;
import org.probity.detection.SafeguardingAnswer;
import org.probity.detection.TriageForm;
import org.probity.detection.UrgentAnswer;
import org.probity.documents.Document;
import org.probity.findings.FindingSet;
import org.probity.findings.Result;
import org.probity.investigation.Conflicts;
import org.probity.investigation.Decision;
import org.probity.investigation.InPost;
import org.probity.investigation.Party;
import org.probity.investigation.Severity;
import org.probity.investigation.Stage;
import org.probity.kernel.Language;
import org.probity.notification.Mail;
import org.probity.outcome.ReferralOutcome;
import org.probity.removal.RemovalReply;
import org.probity.removal.RemovalRequest;
import org.probity.web.faces.Texts;
import org.probity.web.investigation.NoteResource;

/** What is kept under keys and constants is told in words, in both languages. */
class AuditSentencesTest {

    private static final Path SERVICES = Path.of("../ejb/src/main/java/org/probity");

    /** Who keeps something in the audit, or puts together what is kept. */
    private static final Pattern KEEPS = Pattern.compile("audit\\.record\\(|AccountAct\\(|file\\.record\\(|"
            + "Map<String, Object> (state|kept|asked|counts)\\(|new AuditedAct\\(|tell\\(|runs\\.done\\(|String values\\(Map");

    /** What is told to the engine, or to whoever runs the program, is not kept in the audit. */
    private static final Pattern ELSEWHERE = Pattern.compile("work\\.finish\\(|processes\\.|\\bfinish\\(|\\bdone\\(\"|"
            + "Map<String, Object> answers? =|answers\\.put\\(|NAMED =");

    private static final Pattern PUT = Pattern.compile("\\.put\\(\"(\\w+)\"");
    private static final Pattern CONSTANT = Pattern.compile("(\"|\\b)[A-Z][A-Z]+(_[A-Z]+)*(\"|\\b)|\\b[a-z]+[A-Z]\\w*");

    private static final Map<String, Class<? extends Enum<?>>> KINDS = Map.ofEntries(
            Map.entry("account.after", Role.class), Map.entry("account.before", Role.class), Map.entry("account.roles", Role.class),
            Map.entry("account.how", AccountSession.Ending.class), Map.entry("archive.kind", ArchiveRun.Kind.class),
            Map.entry("archive.status", ArchiveRun.Status.class), Map.entry("audit.verdict", Verdict.Kind.class),
            Map.entry("conflict.shared", Conflicts.Shared.class), Map.entry("cooperation.answer", CooperationReply.Answer.class),
            Map.entry("cooperation.kind", CooperationKind.class), Map.entry("cooperation.status", CooperationRequest.Status.class),
            Map.entry("detection.audience", TriageForm.Audience.class), Map.entry("detection.decision", Decision.class),
            Map.entry("detection.impact", TriageForm.Impact.class), Map.entry("detection.inPost", InPost.class),
            Map.entry("detection.route", DangerReport.Route.class),
            Map.entry("detection.severity", Severity.class), Map.entry("detection.treatment", ProtectedDisclosure.Treatment.class), Map.entry("document.kind", Document.Kind.class),
            Map.entry("findings.status", FindingSet.Status.class), Map.entry("investigation.stage", Stage.class),
            Map.entry("letter.how", LetterPosting.Means.class), Map.entry("mail.status", Mail.Status.class), Map.entry("party.kind", Party.Kind.class),
            Map.entry("referral.appeal", ReferralOutcome.Appeal.class), Map.entry("referral.result", ReferralOutcome.Result.class),
            Map.entry("removal.answer", RemovalReply.Answer.class), Map.entry("removal.status", RemovalRequest.Status.class));

    @Test
    void everyKeyThatAServiceKeepsHasItsWordsInBothLanguages() {
        Set<String> kept = kept();
        assertThat(kept).as("read from the sources").hasSizeGreaterThan(80).contains("reasons", "mustTell", "stage", "decided", "accountsMoved");
        for (Language language : Language.values()) {
            assertThat(kept.stream().filter(key -> !AuditValues.isForPrograms(key) && !isNamed(language, key))).as(language.toString()).isEmpty();
        }
    }

    /** For every act, or for the acts of one kind. */
    private static boolean isNamed(Language language, String key) {
        return Stream.of("", "signon.", "account.", "archive.").anyMatch(kind -> Texts.find(language, "audit.value." + kind + key).isPresent());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyConstantThatIsKeptHasItsWords(Language language) {
        KINDS.forEach((place, type) -> Arrays.stream(type.getEnumConstants()).forEach(constant ->
                assertThat(Texts.find(language, AuditValues.NAMED.get(place) + "." + constant.name())).as(place + " " + constant).isPresent()));
        Arrays.stream(Result.values()).forEach(result -> assertThat(Texts.find(language, "findings.result." + result)).isPresent());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "removal.checked | {`status`:`REPLIED`,`open`:2} | "
                    + "{`status`:`PLATFORM_REPORTED`,`round`:1,`open`:2,`replyBy`:`2026-12-01`,`answer`:`NOT_MINE`,`decided`:`CHECK PLATFORM`}",
            "cooperation.considered |  | {`kind`:`OWN_EXPORT`,`status`:`DONE`,`decided`:`REPLY ENOUGH`,`passwordChanged`:true}",
            "detection.safeguarding |  | {`mustTell`:true,`mayContactSubject`:false,`riskToChildren`:true,`reasons`:`Why`}",
            "detection.designated_officer_told |  | {`name`:`D. Officer`,`toldAt`:`2026-11-20T09:00:00Z`,`externalReference`:`77`,`advice`:`Wait`}",
            "findings.recorded |  | {`round`:1,`refer`:true,`results`:[`3.5(a) PARTLY_PROVEN`,`3.6 NOT_PROVEN`]}",
            "account.memberRoles |  | {`member`:`A. Member`,`before`:[`OFFICER`],`after`:[`LEAD`,`OFFICER`],`reason`:``}",
            "account.powerProposed |  | "
                    + "{`provider`:`Staff`,`before`:`issuer https://id.example.org\\npassphrasesAllowed true`,`after`:`clientSecret`}",
            "account.tokenMade |  | {`token`:`Mine`,`scopes`:[`READ`],`until`:`2026-12-01`}",
            "audit.denied |  | {`method`:`CaseDocuments.content`,`asked`:`CHSCB-2026-482193 17`}",
            "signon.turnedAway |  | {`method`:`SignOn.arrives`,`asked`:`signon.refused.domain 17 https://id.example.org`}",
            "audit.searched |  | {`acts`:`evidence.added,removal.heldBack`,`from`:`2026-11-01`}",
            "audit.verified |  | {`verdict`:`RESEALED`,`place`:3,`entries`:9}",
            "concern.reported |  | {`reporter`:`named`,`channel`:`public`}",
            "board.contactChanged |  | {`email`:`a@example.org → b@example.org`,`postalAddress`:`1 Example Street`,`telephone`:`01632 960101 → –`}",
            "investigation.stage | {`stage`:`DETECTION`} | {`stage`:`INVESTIGATION`}",
            "archive.restore |  | {`kind`:`RESTORE`,`status`:`REFUSED`,`problem`:`archive.refused.unfit`,`accountsMoved`:{`5`:71}}",
            "archive.begun |  | {`tooLong`:9000,`sha256`:`00ff`,`beginning`:`[mustTell`}",
            "detection.safeguarding |  | {`madeUpLater`:`something new`,`mustTell`:false}"})
    void nothingShownIsAKeyOrAConstant(String act, String before, String after) {
        for (Language language : Language.values()) {
            String line = AuditSentences.line(language, act, json(before), json(after));
            String without = line.replace("CHSCB-2026-482193", "").replace("SHA-256", "").replace("API", "");
            assertThat(CONSTANT.matcher(without).results().map(found -> found.group())).as(line).isEmpty();
            assertThat(line).doesNotContain("???", "{", "}", "_");
        }
    }

    @Test
    void whatChangedIsToldAsItWasAndIs() {
        assertThat(AuditSentences.of(Language.EN, "removal.checked", "{\"status\":\"SENT\",\"open\":2}", "{\"status\":\"REPLIED\",\"open\":2}"))
                .containsExactlyInAnyOrder(new AuditSentences.Said("Where it stands", "Waiting for a reply → Reply to be checked"),
                        new AuditSentences.Said("Items still open", "2"));
        assertThat(AuditSentences.line(Language.EN, "investigation.released", "{\"officer\":\"Olwen Officer\"}", null))
                .endsWith("Officer: Olwen Officer");
    }

    /** A number of a row says nothing to anybody; what an earlier release kept of one is left out. */
    @Test
    void noNumberOfARowIsTold() {
        assertThat(AuditSentences.line(Language.EN, "cooperation.requested", null, "{\"alleged\":[\"3.5(a)\",\"3.6\"]}")).endsWith("Clauses put to them: 3.5(a), 3.6");
        assertThat(AuditSentences.of(Language.EN, "cooperation.requested", null, "{\"alleged\":[1017]}")).isEmpty();
        assertThat(AuditSentences.line(Language.EN, "referral.begun", null, "{\"organisation\":\"Riverside School\"}")).endsWith("Organisation: Riverside School");
        assertThat(AuditSentences.of(Language.EN, "referral.begun", null, "{\"organisationId\":17}")).isEmpty();
        assertThat(AuditSentences.line(Language.EN, "referral.sent", null, "{\"pack\":2}")).endsWith("Number of the pack in the referral: 2");
        assertThat(AuditSentences.of(Language.EN, "referral.sent", null, "{\"packId\":4711}")).isEmpty();
    }

    @Test
    void whatIsNotToldLeavesOnlyWhatWasDone() {
        assertThat(AuditSentences.line(Language.EN, "detection.triage", null, null)).isEqualTo("Concern triaged");
        assertThat(AuditSentences.of(Language.EN, "audit.denied", null, "{\"method\":\"Notes.list\",\"asked\":\"\"}")).isEmpty();
        assertThat(AuditSentences.line(Language.CY, "made.upLater", null, "not JSON")).isEqualTo("Gwnaed rhywbeth arall");
    }

    @Test
    void whatSomebodyTriedIsTheActThatTheMethodIs() {
        assertThat(TriedActs.of(Stream.of(Notes.class, NoteResource.class, String.class))).containsEntry("Notes.list", Act.SEE_INVESTIGATION)
                .containsEntry("Notes.add", Act.NOTE).containsEntry("NoteResource.list", Act.SEE_INVESTIGATION);
    }

    /** As what an archive brought: neither gigabytes are written out, nor is a list followed to its end. */
    @Test
    void anEntryThatCannotBeReadIsShownWithoutItsDetails() {
        for (String unreadable : List.of("{\"open\":1e999999999}", "{\"a\":" + "[".repeat(900), "{\"a\":" + "[".repeat(900) + "]".repeat(900) + "}", "[1]",
                "{\"open\":" + "9".repeat(900_000) + "}")) {
            assertThat(AuditSentences.line(Language.EN, "detection.triage", unreadable, unreadable)).isEqualTo("Concern triaged");
        }
        assertThat(new AuditValues(Language.EN, "a.b").of("open", new BigDecimal("1e999999999"))).hasSizeLessThan(40);
    }

    @Test
    void noBundleIsLookedForThatAnEntryNames() {
        assertThat(new AuditValues(Language.EN, "removal.checked").of("problem", "removal.refused.ended elsewhere.refused.x")).endsWith(" elsewhere.refused.x")
                .doesNotStartWith("removal.");
        assertThat(new AuditValues(Language.EN, "../x.checked").of("decided", "CHECK PLATFORM")).doesNotContain("CHECK");
    }

    private static String json(String written) {
        return written == null ? null : written.replace('`', '"');
    }

    private static Set<String> kept() {
        Set<String> kept = new TreeSet<>();
        for (Class<?> answer : List.of(UrgentAnswer.class, DangerReport.class, SafeguardingAnswer.class, DesignatedOfficerContact.class)) {
            Arrays.stream(answer.getRecordComponents()).map(RecordComponent::getName).forEach(kept::add);
        }
        try (Stream<Path> files = Files.walk(SERVICES)) {
            files.filter(file -> file.toString().endsWith(".java")).map(AuditSentencesTest::text).filter(source -> KEEPS.matcher(source).find())
                    .forEach(source -> keys(source, kept));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept;
    }

    private static void keys(String source, Set<String> kept) {
        for (String statement : source.split(";")) {
            if (!ELSEWHERE.matcher(statement).find()) {
                for (int at = statement.indexOf("Map.of("); at >= 0; at = statement.indexOf("Map.of(", at + 1)) {
                    List<String> arguments = arguments(statement, at + "Map.of(".length());
                    for (int i = 0; i < arguments.size(); i += 2) {
                        kept.add(arguments.get(i).replace("\"", ""));
                    }
                }
                Matcher put = PUT.matcher(statement);
                while (put.find()) {
                    kept.add(put.group(1));
                }
            }
        }
        kept.remove("");
    }

    /** Those of the call that begins there, as they are written. */
    private static List<String> arguments(String source, int begin) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int depth = 0;
        for (int i = begin; i < source.length() && depth >= 0; i++) {
            char sign = source.charAt(i);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (depth < 0 || depth == 0 && sign == ',') {
                arguments.add(argument.toString().strip());
                argument.setLength(0);
            } else {
                argument.append(sign);
            }
        }
        return arguments;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
