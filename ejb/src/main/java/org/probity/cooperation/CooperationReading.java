package org.probity.cooperation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.CurrentCaller;
import org.probity.casework.Alleged;
import org.probity.documents.DocumentQueries;
import org.probity.documents.DocumentRow;
import org.probity.policy.Policies;
import org.probity.policy.Powers;

/** Turns a request for help into what is shown of it. One query for each kind of row, none for each row. */
@Dependent
class CooperationReading {

    @Inject
    private EntityManager entities;

    @Inject
    private Policies policies;

    @Inject
    private DocumentQueries documents;

    @Inject
    private CooperationAllegations allegations;

    CooperationView.Whole desk(CooperationRequest request, CooperationView.Line line, boolean ownCase, Instant now) {
        Powers powers = powers(request);
        return new CooperationView.Whole(line, request.ask(), request.ground(), request.scope(),
                powers.cooperation().orElse(null), powers.privacy().orElse(null), rounds(request), replies(request),
                decisions(request), meetings(request, now), accesses(request), ownCase, alleged(request), request.mayBeRecorded(now));
    }

    /**
     * What the desk decides and notes is the desk's: of what concerns the person, their letters tell. But what it wrote down of a
     * meeting with them, they read.
     */
    CooperationView.Mine mine(CooperationRequest request, CooperationView.Line line, Instant now) {
        Powers powers = powers(request);
        return new CooperationView.Mine(line, request.ask(), request.ground(), request.scope(),
                powers.cooperation().orElse(null), powers.privacy().orElse(null), rounds(request), replies(request), request.mayAnswer(now), alleged(request),
                minutes(request, now));
    }

    private List<Alleged.AllegedLine> alleged(CooperationRequest request) {
        return allegations.of(request).stream().map(one -> one.in(CurrentCaller.get().language())).toList();
    }

    private Powers powers(CooperationRequest request) {
        return Powers.in(policies.clausesOn(request.policyDay()));
    }

    private static List<CooperationView.Round> rounds(CooperationRequest request) {
        return request.rounds().stream().map(r -> new CooperationView.Round(r.number(), r.why(), r.reasons(), r.replyBy(),
                r.meetingAt(), r.place(), r.otherUntil(), r.sentAt(), r.letterId(), r.servedOn(), r.reminders(), r.overdueAt())).toList();
    }

    private List<CooperationView.Reply> replies(CooperationRequest request) {
        Map<Long, List<DocumentRow>> files = files(request);
        return request.answers().stream().map(a -> new CooperationView.Reply(a.round(), a.answer(), a.channel(), a.words(),
                a.companion(), a.adjustments(), a.language(), a.otherTime(), a.late(), a.signed().at(), a.signed().name(),
                files.getOrDefault(a.id(), List.of()))).toList();
    }

    private Map<Long, List<DocumentRow>> files(CooperationRequest request) {
        List<CooperationFile> links = links(request);
        Map<Long, DocumentRow> rows = documents.rows(links.stream().map(CooperationFile::documentId)
                .collect(Collectors.toSet())).stream().collect(Collectors.toMap(DocumentRow::id, row -> row));
        return links.stream().collect(Collectors.groupingBy(CooperationFile::replyId,
                Collectors.mapping(f -> rows.get(f.documentId()), Collectors.toList())));
    }

    private List<CooperationFile> links(CooperationRequest request) {
        return entities.createQuery("select f from CooperationFile f where f.requestId = :id order by f.id",
                CooperationFile.class).setParameter("id", request.id()).getResultList();
    }

    /** The documents that belong to the request: its letters, and what came with replies. */
    Set<Long> documents(CooperationRequest request) {
        Stream<Long> letters = Stream.concat(request.rounds().stream().map(CooperationRound::letterId), request.meetings().stream().map(HeldMeeting::letterId));
        return Stream.concat(letters.filter(Objects::nonNull), links(request).stream().map(CooperationFile::documentId)).collect(Collectors.toSet());
    }

    private static List<CooperationView.Decision> decisions(CooperationRequest request) {
        return request.decisions().stream().map(d -> new CooperationView.Decision(d.round(), d.kind(), d.result(),
                d.reasons(), d.signed().at(), d.signed().name())).toList();
    }

    private static List<CooperationView.Meeting> meetings(CooperationRequest request, Instant now) {
        return request.meetings().stream().map(m -> new CooperationView.Meeting(m.record().heldAt(), m.record().present(),
                m.record().minutes(), m.record().minutesLong(), m.signed().at(), m.signed().name(), m.sayBy(), m.right(), m.ownWords(), m.saidAt(),
                m.letterId(), recordings(m), m.mayBeRecorded()))
                .toList();
    }

    private static List<CooperationView.Recorded> recordings(HeldMeeting meeting) {
        return meeting.recordings().stream().map(said -> new CooperationView.Recorded(said.right(), said.words(), said.channel(), said.at(), said.name())).toList();
    }

    /** In a case about them, who else was there is not theirs to be told. */
    private static List<CooperationView.Minutes> minutes(CooperationRequest request, Instant now) {
        return request.meetings().stream().map(m -> new CooperationView.Minutes(m.record().heldAt(), m.record().minutes(), m.sayBy(), m.maySay(now),
                m.right(), m.ownWords(), m.saidAt(), recordings(m))).toList();
    }

    private static List<CooperationView.Access> accesses(CooperationRequest request) {
        return request.accesses().stream().map(a -> new CooperationView.Access(a.givenAt(), a.endedAt(),
                a.passwordChanged(), a.signed().at(), a.signed().name())).toList();
    }
}
