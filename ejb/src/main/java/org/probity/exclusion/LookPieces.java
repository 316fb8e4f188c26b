package org.probity.exclusion;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.exclusion.CaseTexts.Text;
import org.probity.investigation.Investigation;
import org.probity.member.KnownAs;

/** Looks through cases for somebody, each piece in a transaction of its own: strangers write much more than one has time for. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LookPieces {

    /** Texts of one transaction: four seconds, where each is made to be compared for long. */
    static final int PIECE = 100;

    /** Texts that are remembered as the next ones. */
    private static final int LISTED = 5000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private CaseTexts texts;

    @Inject
    private NameWalls walls;

    /** Compares the next texts. @return whether there were any */
    @Permitted(Act.INTERNAL)
    public boolean compare(Look look) {
        List<Text> piece = look.next(PIECE);
        if (piece.isEmpty()) {
            look.list(texts.first(LISTED, look::lacks));
            piece = look.next(PIECE);
        }
        look.compared(piece, named(look.member(), piece));
        return !piece.isEmpty();
    }

    private Map<Text, Long> named(KnownAs member, List<Text> piece) {
        return texts.read(piece).stream().filter(content -> content.names().test(member))
                .collect(Collectors.toMap(CaseTexts.Content::text, CaseTexts.Content::caseId));
    }

    /** Raises the next walls that a member lacks. @return by what is done; nothing where there is none, or they are no member yet */
    @Permitted(Act.INTERNAL)
    public List<Text> raise(Look look) {
        List<Map.Entry<Text, Long>> owed = look.owed().entrySet().stream().limit(PIECE).toList();
        if (owed.isEmpty() || !isMember(look.member())) {
            return List.of();
        }
        Map<Long, List<Text>> byCase = owed.stream()
                .collect(Collectors.groupingBy(Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        byCase.forEach((id, named) -> {
            Investigation held = entities.find(Investigation.class, id, LockModeType.PESSIMISTIC_WRITE);
            // none of a case that was wiped
            texts.read(named).forEach(content -> content.raise().accept(walls, held));
        });
        return owed.stream().map(Map.Entry::getKey).toList();
    }

    private boolean isMember(KnownAs member) {
        return !entities.createQuery("select m.id from Member m where m.accountId = :account and m.endedAt is null", Long.class)
                .setParameter("account", member.accountId()).setMaxResults(1).getResultList().isEmpty();
    }
}
