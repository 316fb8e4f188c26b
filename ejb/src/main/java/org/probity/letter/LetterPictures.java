package org.probity.letter;

import com.lowagie.text.Image;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.probity.kernel.Refusal;
import org.probity.kernel.TryAgainLater;
import org.probity.kernel.Turns;

/** The pictures of one print. Only one print at a time unpacks any, and no more of them than {@link PictureBudget} allows. */
final class LetterPictures implements AutoCloseable {

    /** One print that is under way is done by then. */
    static final Duration TO_WAIT = Duration.ofSeconds(10);

    private static final Duration COME_BACK = Duration.ofSeconds(10);

    /** Whoever waits keeps a thread. */
    private static final int WAITING = 4;

    private static final Turns TURN = new Turns(1, WAITING);

    private final PictureBudget budget = new PictureBudget();
    private final Duration toWait;
    private final Consumer<byte[]> broken;
    private boolean ours;

    /**
     * @param toWait how long the print waits for its turn
     * @param broken hears of each that says it is a picture, and is none that can be unpacked
     */
    LetterPictures(Duration toWait, Consumer<byte[]> broken) {
        this.toWait = toWait;
        this.broken = broken;
    }

    /** The picture, or none where it cannot be drawn. @throws TryAgainLater where others unpack theirs */
    Optional<Image> read(byte[] bytes) {
        if (!budget.draws(bytes)) {
            return Optional.empty();
        }
        if (LetterPicture.points(bytes).orElse(0) > 0) {
            takeTurn();
        }
        Optional<Image> image = LetterPicture.read(bytes);
        if (image.isEmpty()) {
            broken.accept(bytes);
        }
        return image;
    }

    /** The print is made. */
    @Override
    public void close() {
        if (ours) {
            ours = false;
            TURN.end();
        }
    }

    private void takeTurn() {
        ours = ours || TURN.begin(toWait);
        if (!ours) {
            throw new TryAgainLater(Refusal.Kind.UNAVAILABLE, COME_BACK, "documents.refused.othersUnderWay");
        }
    }
}
