package org.probity.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.probity.cooperation.CooperationRequest;
import org.probity.kernel.Language;
import org.probity.member.Person;
import org.probity.removal.RemovalRequest;

/** What the subject was asked and answered: each request that was sent, with every answer. */
@ApplicationScoped
class RequestSources {

    @Inject
    private EntityManager entities;

    List<PackSource> of(String reference, Person subject, Language language) {
        Stream<PackSource> removals = all("RemovalRequest", RemovalRequest.class, reference)
                .filter(RemovalRequest::everSent).map(r -> new RemovalSource(r, subject.name(), language).source());
        Stream<PackSource> cooperations = all("CooperationRequest", CooperationRequest.class, reference)
                .filter(CooperationRequest::everSent).map(r -> new CooperationSource(r, subject.name(), language).source());
        return Stream.concat(removals, cooperations).toList();
    }

    private <T> Stream<T> all(String entity, Class<T> type, String reference) {
        return entities.createQuery("select r from " + entity + " r where r.reference = :reference order by r.id", type)
                .setParameter("reference", reference).getResultList().stream();
    }
}
