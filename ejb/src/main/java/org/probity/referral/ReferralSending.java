package org.probity.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.access.Signature;
import org.probity.calendar.WorkingDays;
import org.probity.correspondence.SubjectLetters;
import org.probity.disclosure.Packs;
import org.probity.documents.Document;
import org.probity.documents.Documents;
import org.probity.evidence.EvidenceLocker;
import org.probity.letter.LetterTexts;
import org.probity.tenancy.Boards;

/** Sends a referral on its way and everything after it: pack, letter to the subject, mail, deadlines. */
@ApplicationScoped
class ReferralSending {

    /** A chaser that comes this soon after another is the same one struck twice. */
    private static final Duration AT_ONCE = Duration.ofHours(1);

    @Inject
    private Packs packs;

    @Inject
    private ReferralFile file;

    @Inject
    private ReferralMail mail;

    @Inject
    private Documents documents;

    @Inject
    private SubjectLetters letters;

    @Inject
    private EvidenceLocker evidence;

    @Inject
    private WorkingDays days;

    @Inject
    private Boards boards;

    /** Makes and keeps the pack, opens it to the employer, and tells the employer and the subject. */
    void send(Referral referral) {
        Signature now = file.sign();
        Instant acknowledgeBy = acknowledgeBy(now.at());
        Packs.Made made = packs.make(file.packCase(referral), acknowledgeBy);
        Long pack = documents.store(Document.Kind.PACK, referral.reference(), LetterTexts.get(made.language(), "referral.document.pack"),
                packName(referral.reference(), referral.id(), referral.round()), made.pack(), made.language()).id();
        Long letter = letters.keep(referral.reference(), made.subject(), LetterTexts.get(made.subject().language(), "referral.document.letter"),
                letterName(referral.reference(), referral.id(), referral.round()), made.letter());
        made.evidence().forEach(evidence::disclosed);
        referral.sent(pack, letter, acknowledgeBy, now);
        mail.sent(referral);
        mail.subjectTold(referral, made.subject());
    }

    /** @return false where the last chaser has only just gone out */
    boolean chase(Referral referral) {
        Instant now = file.sign().at();
        if (justChased(referral, now)) {
            return false;
        }
        mail.chase(referral, referral.chase(now));
        return true;
    }

    /** @return false where the last chaser has only just gone out */
    boolean chaseProgress(Referral referral) {
        Instant now = file.sign().at();
        if (justChased(referral, now)) {
            return false;
        }
        mail.chaseProgress(referral, referral.chaseProgress(now));
        return true;
    }

    /** The clock to acknowledge starts anew with the answer. */
    void answer(Referral referral, String words) {
        Signature now = file.sign();
        referral.answered(words, acknowledgeBy(now.at()), now);
        mail.answered(referral);
    }

    /** An employer that has it hears that it is withdrawn. */
    void withdraw(Referral referral) {
        boolean known = referral.sentAt() != null;
        referral.withdrawn(file.sign());
        if (known) {
            mail.withdrawn(referral);
        }
    }

    /** When the employer must have answered what goes out at that moment. */
    Instant acknowledgeBy(Instant from) {
        return days.plus(from, boards.board().deadlines().acknowledgementDays());
    }

    /** What the letters are called that told the subject, up to that round. */
    static Stream<String> letterNames(String reference, Long referral, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(round -> letterName(reference, referral, round));
    }

    /** What the letter is called that told the subject in that round. */
    private static String letterName(String reference, Long referral, int round) {
        return name(reference, referral, round) + "-letter.pdf";
    }

    /** What its pack is called in that round. */
    static String packName(String reference, Long referral, int round) {
        return name(reference, referral, round) + ".pdf";
    }

    private static String name(String reference, Long referral, int round) {
        return reference + "-referral-" + referral + "-" + round;
    }

    private static boolean justChased(Referral referral, Instant now) {
        return referral.chasedAt() != null && now.isBefore(referral.chasedAt().plus(AT_ONCE));
    }
}
