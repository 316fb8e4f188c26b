package org.probity.removal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.access.CurrentCaller;
import org.probity.casework.Alleged;
import org.probity.documents.DocumentQueries;
import org.probity.documents.DocumentRow;
import org.probity.kernel.Language;
import org.probity.policy.Clause;
import org.probity.policy.Policy;
import org.probity.policy.Powers;

/** Turns a request into what is shown of it. One query for each kind of row, none for each row. */
@Dependent
class RemovalReading {

    @Inject
    private EntityManager entities;

    @Inject
    private RemovalClauses named;

    @Inject
    private DocumentQueries documents;

    @Inject
    private RemovalAllegations allegations;

    RemovalView.Desk desk(RemovalRequest request, RemovalView.Line line, boolean ownCase, boolean recordable) {
        List<Clause> clauses = named.all(request);
        return new RemovalView.Desk(line, request.proportionality(), request.policyDay(), items(request, clauses),
                rounds(request), replies(request), sightings(request), decisions(request), ownCase, alleged(request), recordable);
    }

    RemovalView.Mine mine(RemovalRequest request, RemovalView.Line line, boolean mayAnswer) {
        List<Clause> clauses = named.all(request);
        Powers powers = Powers.in(clauses);
        return new RemovalView.Mine(line, policy(request, clauses), powers.privacy().orElse(null),
                powers.failure().orElse(null), asked(request, clauses), rounds(request), replies(request), decided(request),
                mayAnswer, alleged(request));
    }

    private List<Alleged.AllegedLine> alleged(RemovalRequest request) {
        return allegations.of(request).stream().map(one -> one.in(language())).toList();
    }

    /** The documents that belong to the request: its letters, and what came with replies. */
    Set<Long> documents(RemovalRequest request) {
        Stream<Long> letters = Stream.concat(request.rounds().stream().map(RemovalRound::letterId),
                request.decisions().stream().map(RemovalDecision::letterId)).filter(Objects::nonNull);
        return Stream.concat(letters, links(request).stream().map(RemovalFile::documentId)).collect(Collectors.toSet());
    }

    private String policy(RemovalRequest request, List<Clause> clauses) {
        return named.policies(broken(clauses, request.items().get(0).clause()).stream().toList()).stream().findFirst()
                .map(p -> titled(p, language())).orElse("");
    }

    private static String titled(Policy policy, Language language) {
        return policy.title(language) + " (" + policy.policyVersion() + ")";
    }

    private static List<RemovalView.Item> items(RemovalRequest request, List<Clause> clauses) {
        return request.items().stream().map(i -> new RemovalView.Item(i.id(), i.number(), i.kind(), i.address(),
                i.description(), i.clause(), broken(clauses, i.clause()).map(c -> c.text(language())).orElse(""),
                i.isSaidRemoved(), i.lastSeen(), i.open(), i.isNoLongerAsked())).toList();
    }

    private static List<RemovalView.Asked> asked(RemovalRequest request, List<Clause> clauses) {
        return items(request, clauses).stream().map(i -> new RemovalView.Asked(i.id(), i.number(), i.kind(), i.address(),
                i.description(), i.clause(), i.clauseText(), i.saidRemoved(), i.open())).toList();
    }

    private static Optional<Clause> broken(List<Clause> clauses, String number) {
        return clauses.stream().filter(c -> c.number().equals(number)).findFirst();
    }

    private static List<RemovalView.Round> rounds(RemovalRequest request) {
        return request.rounds().stream().map(r -> new RemovalView.Round(r.number(), r.why(), r.reasons(), r.replyBy(),
                r.sentAt(), r.letterId(), r.servedOn(), r.remindedAt(), r.overdueAt())).toList();
    }

    private List<RemovalView.Reply> replies(RemovalRequest request) {
        Map<Long, List<DocumentRow>> files = files(request);
        return request.answers().stream().map(a -> new RemovalView.Reply(a.round(), a.answer(), a.channel(), a.words(),
                a.askedUntil(), a.late(), a.signed().at(), a.signed().name(), files.getOrDefault(a.id(), List.of()))).toList();
    }

    private Map<Long, List<DocumentRow>> files(RemovalRequest request) {
        List<RemovalFile> links = links(request);
        Map<Long, DocumentRow> rows = documents.rows(links.stream().map(RemovalFile::documentId).collect(Collectors.toSet()))
                .stream().collect(Collectors.toMap(DocumentRow::id, row -> row));
        return links.stream().collect(Collectors.groupingBy(RemovalFile::replyId,
                Collectors.mapping(f -> rows.get(f.documentId()), Collectors.toList())));
    }

    private List<RemovalFile> links(RemovalRequest request) {
        return entities.createQuery("select f from RemovalFile f where f.requestId = :id order by f.id", RemovalFile.class)
                .setParameter("id", request.id()).getResultList();
    }

    private static List<RemovalView.Sighting> sightings(RemovalRequest request) {
        return request.sightings().stream().map(s -> new RemovalView.Sighting(s.itemNumber(), s.round(), s.seen(),
                s.note(), s.signed().at(), s.signed().name())).toList();
    }

    private static List<RemovalView.Decision> decisions(RemovalRequest request) {
        return request.decisions().stream().map(d -> new RemovalView.Decision(d.round(), d.kind(), d.result(),
                d.reasons(), d.signed().at(), d.signed().name(), d.report(), d.letterId())).toList();
    }

    private static List<RemovalView.Decided> decided(RemovalRequest request) {
        return decisions(request).stream().map(d -> new RemovalView.Decided(d.round(), d.kind(), d.result(), d.reasons(), d.at(),
                d.report() == null ? null : d.report().site(), d.report() == null ? null : d.report().reportedOn(), d.letterId())).toList();
    }

    private static Language language() {
        return CurrentCaller.get().language();
    }
}
