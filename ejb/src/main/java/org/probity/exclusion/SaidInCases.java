package org.probity.exclusion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everything that is kept of what people say of cases who do not work on them: their reporters, their subjects, the employers.
 * What is said in the rooms above is named by its entity here, since it has to be looked through with the rest, in one order
 * of cases.
 */
@ApplicationScoped
class SaidInCases {

    /** Rows that are in memory at once. */
    static final int PIECE = 200;

    private static final String CASE = " join Investigation i on i.reference = ";

    /** Where it is kept. A number in a row is the account of whoever speaks for themself. */
    enum Source {
        NOTES("x.writtenAt, x.words from Note x" + CASE + "x.reference where x.author = REPORTER and "),
        REMOVAL_REPLIES("x.signed.at, x.words from RemovalAnswer x" + CASE + "x.request.reference where "),
        COOPERATION_REPLIES("x.signed.at, x.words, x.companion, x.adjustments from CooperationAnswer x" + CASE + "x.request.reference where "),
        FILES("x.createdAt, x.fileName from Document x" + CASE + "x.reference where x.kind = REPLY and "),
        MEETINGS("x.signed.at, x.signed.accountId, x.minutes, x.present from HeldMeeting x" + CASE + "x.request.reference where ") {
            @Override
            Said said(List<Object> told) {
                return super.said(told.subList(0, 3)).before((String) told.get(3));
            }
        },
        MINUTES("x.saidAt, x.ownWords from HeldMeeting x" + CASE + "x.request.reference where x.saidAt is not null and "),
        RECORDED_MINUTES("x.recorded.at, x.recorded.words from HeldMeeting x" + CASE + "x.request.reference where x.recorded.at is not null and "),
        LATER_RECORDED_MINUTES("x.later.at, x.later.words from HeldMeeting x" + CASE + "x.request.reference where x.later.at is not null and "),
        EMPLOYERS("x.signed.at, x.signed.accountId, x.words from ReferralMove x" + CASE + "x.referral.reference "
                + "where x.kind in (ACCEPTED, QUESTION, DECLINED, PROGRESS) and "),
        OUTCOMES("x.signed.at, x.signed.accountId, x.words, x.appealWords from Outcome x join Referral r on r.id = x.referralId" + CASE + "r.reference where ");

        private final String query;

        Source(String rest) {
            this.query = "select x.id, i.id, " + rest;
        }

        Said said(List<Object> told) {
            Said said = Said.of((Instant) told.get(0), told.stream().filter(String.class::isInstance).toArray(String[]::new));
            return told.get(1) instanceof Long account ? said.by(account) : said;
        }

        /** Those that are kept so, without a condition: {@code x} is the row, {@code i} its case. */
        String rows() {
            return query.substring(query.indexOf(" from "));
        }

        /** The number of a row, that of its case, and what was said. */
        String query() {
            return query;
        }

        /** @param row of {@link #query} */
        Said said(Object... row) {
            return said(Arrays.asList(row).subList(2, row.length));
        }
    }

    @Inject
    private EntityManager entities;

    /** Takes what was said in one case, piece by piece. */
    void each(String reference, Consumer<Said> taken) {
        for (Source source : Source.values()) {
            each(entities.createQuery(source.query + "i.reference = :reference and x.id > :last order by x.id", Object[].class)
                    .setParameter("reference", reference).setMaxResults(PIECE), row -> taken.accept(source.said(row)));
        }
    }

    /** Takes all rows of a query by their number, which comes first: those after {@code last}, piece by piece. */
    static void each(TypedQuery<Object[]> pieces, Consumer<Object[]> taken) {
        List<Object[]> piece = pieces.setParameter("last", Long.MIN_VALUE).getResultList();
        while (!piece.isEmpty()) {
            piece.forEach(taken);
            piece = pieces.setParameter("last", piece.get(piece.size() - 1)[0]).getResultList();
        }
    }
}
