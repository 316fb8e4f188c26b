package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;

/** Each day and moment that a service takes from outside: whoever adds one bounds it where it is taken, and writes it down here. */
class TypedTimesTest {

    /** Fields that are kept: each service's own rules say how far away they may be. */
    private static final Set<String> KEPT = Set.of("AccessEnd.endedAt", "Closing.retirementOn", "CooperationReply.otherTime", "Duties.dbsReferredOn", "Following.newDeadline",
            "MeetingRecord.heldAt", "NewConcern.postedOn",
            "NewCooperation.deadline", "NewCooperation.meetingAt", "NewPerson.joinedOn", "NewEvidence.capturedAt", "NewPolicy.inForceFrom", "NewPolicy.reviewOn",
            "NewRemoval.deadline", "NewToken.until", "ReferralOutcome.decidedOn", "RemovalReply.askedUntil", "SiteReport.reportedOn", "DesignatedOfficerContact.toldAt", "Told.toldOn",
            "TriageForm.postedOn",
            "considerReply.newDeadline", "considerReply.newMeetingAt", "decideChallenge.newDeadline",
            "decideExtension.newDeadline", "decideIdentity.newDeadline", "decideOnSilence.newDeadline", "decideOnSilence.newMeetingAt", "end.until", "given.day", "takeBack.newDeadline");

    /** What is looked for or worked out with, and what another part of Probity hands over. */
    private static final Set<String> NOT_KEPT = Set.of("AuditFilter.from", "AuditFilter.to", "AuditLine.at", "Bearer.at", "PendingSignIn.at", "Introduction.at", "Manifest.at",
            "between.from", "between.to", "clause.day", "clausesOn.day", "comingAfter.day", "inForceOn.day", "isOfThePast.at", "isWorkingDay.day", "minus.from", "plus.from", "ruleOn.day",
            "sealEnd.at", "start.shownAt");

    @Test
    void everyDayThatAServiceTakesIsBounded() {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.probity")) {
            if (type.isAnnotatedWith(Guarded.class)) {
                Arrays.stream(type.reflect().getDeclaredMethods()).filter(TypedTimesTest::isOpen).forEach(method -> look(method, found));
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(Stream.concat(KEPT.stream(), NOT_KEPT.stream()).toList());
    }

    /** What the clockwork and other services hand over they have from where it was taken. */
    private static boolean isOpen(Method method) {
        Permitted permitted = method.getAnnotation(Permitted.class);
        return permitted != null && Modifier.isPublic(method.getModifiers())
                && permitted.value() != Act.INTERNAL && permitted.value() != Act.CLOCKWORK;
    }

    private static void look(Method method, Set<String> found) {
        for (int i = 0; i < method.getParameterCount(); i++) {
            look(method.getGenericParameterTypes()[i], method.getName() + "." + method.getParameters()[i].getName(), found);
        }
    }

    private static void look(Type type, String name, Set<String> found) {
        if (type instanceof ParameterizedType list) {
            Arrays.stream(list.getActualTypeArguments()).forEach(each -> look(each, name, found));
        } else if (type == LocalDate.class || type == Instant.class) {
            found.add(name);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            for (RecordComponent component : plain.getRecordComponents()) {
                look(component.getGenericType(), plain.getSimpleName() + "." + component.getName(), found);
            }
        }
    }
}
