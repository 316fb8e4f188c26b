package org.probity.concern;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.crypto.Keys;
import org.probity.tenancy.CurrentBoard;

/**
 * The way of a receipt from the form of a concern to the page that shows it. The reporter's own browser carries it there, sealed
 * for the current board and for whoever is signed in there, nobody most often: nothing is kept here that another could be shown.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Receipts {

    /** For how long the page can be seen, also when it is loaded once more. */
    public static final Duration SHOWN_FOR = Duration.ofMinutes(5);

    private static final String PURPOSE = "investigation.receipt/";
    private static final int PARTS = 3;

    @Inject
    private Keys keys;

    @Inject
    private Clock clock;

    /** @return what the browser is given */
    @Permitted(Act.REPORT_CONCERN)
    public String seal(Receipt receipt) {
        String until = String.valueOf(clock.instant().plus(SHOWN_FOR).toEpochMilli());
        return keys.sealToCarry(purpose(), String.join(" ", until, receipt.code(), receipt.reference() == null ? "" : receipt.reference()));
    }

    /** @param carried whatever the browser says it was given, or null; nothing comes of what was sealed for others, or too long ago */
    @Permitted(Act.REPORT_CONCERN)
    public Optional<Receipt> open(String carried) {
        return keys.openCarried(purpose(), carried).map(text -> text.split(" ", PARTS))
                .filter(parts -> clock.instant().isBefore(Instant.ofEpochMilli(Long.parseLong(parts[0]))))
                .map(parts -> new Receipt(parts[1], parts[2].isEmpty() ? null : parts[2]));
    }

    private static String purpose() {
        Long account = CurrentCaller.get().accountId();
        return PURPOSE + CurrentBoard.slug() + "/" + (account == null ? "" : account);
    }
}
