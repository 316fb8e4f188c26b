package org.probity.web.referral;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.probity.disclosure.ItemKind;
import org.probity.disclosure.PackItem;
import org.probity.disclosure.PackSource;
import org.probity.kernel.Checks;

/** One item of a pack, while the officer decides about it. */
public class PackRow implements Serializable {

    private static final long serialVersionUID = 1L;

    /** As many characters are offered to begin a redaction from; a form of longer texts would be too long to send. */
    private static final int OFFERED = 10_000;

    /** What happens with it. */
    public enum Choice { IN, REDACTED, OUT }

    private final ItemKind kind;
    private final Long sourceId;
    private final String title;
    private final PackSource.Warning warning;
    private final boolean reply;
    private final String fileName;
    private final boolean attached;
    private final long kilobytes;
    private final String place;
    private final String fingerprint;
    private boolean changed;
    private String before;
    private String words;
    private boolean seen;
    private Choice included;
    private String called;
    private String omissionReason;
    private String redactionNote;
    private String redactedText;

    PackRow(PackSource source) {
        PackSource.SourceFile file = source.file();
        this.kind = source.kind();
        this.sourceId = source.id();
        this.title = source.title();
        this.warning = source.warning();
        this.reply = source.holdsReply();
        this.fileName = file == null ? null : file.fileName();
        this.attached = file != null && !file.picture();
        this.kilobytes = file == null ? 0 : (file.size() + 1023) / 1024;
        this.place = file == null ? null : place(source, file);
        this.fingerprint = source.fingerprint();
        this.included = source.suggested() ? Choice.IN : Choice.OUT;
    }

    /** It has come, or says something else, since the officer decided: they look at it before it goes anywhere. */
    PackRow changed() {
        changed = true;
        return this;
    }

    /** As the case has it now. What was written for other words than it says now is shown beside it, and stands for nothing. */
    PackRow now(PackSource source) {
        if (fingerprint.equals(source.fingerprint())) {
            return this;
        }
        PackRow row = new PackRow(source).changed();
        row.begin(included, called, omissionReason, redactionNote);
        row.before = redactedText == null ? before : redactedText;
        return row;
    }

    /** The officer looks at it now. */
    void open(PackSource source) {
        words = source.plainText();
        if (!isFile() && redactedText == null && words.length() <= OFFERED) {
            redactedText = words;
        }
    }

    /** They have looked at it and go on; what it says is not kept meanwhile. */
    void close() {
        seen = true;
        if (isUnchanged()) {
            redactedText = null;
        }
        words = null;
    }

    boolean isSeen() {
        return seen;
    }

    /** The subject's own words, which never simply stay out, were shortened in the round before and have not changed. */
    boolean keepsRedaction() {
        return reply && !changed && included == Choice.REDACTED;
    }

    private static String place(PackSource source, PackSource.SourceFile file) {
        return switch (source.kind()) {
            case EVIDENCE -> "evidence/" + source.id() + "/file";
            default -> "documents/" + file.documentId();
        };
    }

    /** Begins as in the round before. What it was called while it went in whole is no name for what is held back. */
    void beginFrom(PackItem item) {
        Choice choice = !item.included() ? Choice.OUT : item.redactionNote() == null ? Choice.IN : Choice.REDACTED;
        begin(choice, choice == Choice.IN ? null : item.title(), item.omissionReason(), item.redactionNote());
        redactedText = item.redactedText();
    }

    private void begin(Choice choice, String title, String whyOut, String takenOut) {
        included = getChoices().contains(choice) ? choice : included;
        called = title;
        omissionReason = whyOut;
        redactionNote = takenOut;
    }

    /**
     * Besides what the service asks: that what was to be taken out has been taken out.
     *
     * @param others whether there is a reason for what stays out without its own
     */
    void check(Checks checks, String field, boolean others) {
        checks.that(included != Choice.OUT || others || hasReason(), field + "omissionReason", "referral.refused.omissionReason");
        if (included == Choice.REDACTED) {
            checks.that(redactionNote != null && !redactionNote.isBlank(), field + "redactionNote", "referral.refused.redactionNote")
                    .that(isFile() || redactedText != null, field + "redactedText", "referral.refused.redactedText")
                    .that(!isUnchanged(), field + "redactedText", "referral.refused.unchanged");
        }
    }

    /** Whether it stays out and nothing says why. */
    boolean lacksReason() {
        return included == Choice.OUT && !hasReason();
    }

    private boolean hasReason() {
        return omissionReason != null && !omissionReason.isBlank();
    }

    private boolean isUnchanged() {
        return words != null && same(words, redactedText);
    }

    private static boolean same(String one, String other) {
        return other != null && one.replaceAll("\\s+", " ").strip().equals(other.replaceAll("\\s+", " ").strip());
    }

    /** What it is made from, as {@link PackItem#source()}. */
    String source() {
        return kind + ":" + sourceId;
    }

    /** @param others why it stays out where it has no reason of its own, or null */
    PackItem item(String others) {
        return switch (included) {
            case IN -> PackItem.in(kind, sourceId, null);
            case OUT -> PackItem.out(kind, sourceId, called, hasReason() ? omissionReason : others);
            case REDACTED -> new PackItem(kind, sourceId, isNamed() ? called : null, true, null, redactionNote, isFile() ? null : redactedText);
        };
    }

    /** What the subject said cannot stay out, and what is public is not shortened. */
    public List<Choice> getChoices() {
        return Stream.of(Choice.values()).filter(choice -> choice != Choice.OUT || !reply)
                .filter(choice -> choice != Choice.REDACTED || !kind.staysWhole()).toList();
    }

    /** Whether the officer may call it something else where it is shortened: not what we titled ourselves. */
    public boolean isNamed() {
        return kind.titledByPeople();
    }

    public ItemKind getKind() {
        return kind;
    }

    public String getTitle() {
        return title;
    }

    public String getWords() {
        return words;
    }

    /** Whether the page says that it is new or another. */
    public boolean isChanged() {
        return changed;
    }

    /** What the officer had written for what it said before; null where nothing. */
    public String getBefore() {
        return before;
    }

    public PackSource.Warning getWarning() {
        return warning;
    }

    public boolean isReply() {
        return reply;
    }

    public boolean isFile() {
        return fileName != null;
    }

    public String getFileName() {
        return fileName;
    }

    /** Whether the file would go along as it is. */
    public boolean isAttached() {
        return attached;
    }

    public long getKilobytes() {
        return kilobytes;
    }

    /** Where the file is, below the case; null for text. */
    public String getPlace() {
        return place;
    }

    public Choice getIncluded() {
        return included;
    }

    public void setIncluded(Choice included) {
        this.included = included == null ? this.included : included;
    }

    /** What the pack calls it where it stays out or is shortened; empty for what stands for it. */
    public String getCalled() {
        return called;
    }

    public void setCalled(String called) {
        this.called = called;
    }

    public String getOmissionReason() {
        return omissionReason;
    }

    public void setOmissionReason(String omissionReason) {
        this.omissionReason = omissionReason;
    }

    public String getRedactionNote() {
        return redactionNote;
    }

    public void setRedactionNote(String redactionNote) {
        this.redactionNote = redactionNote;
    }

    public String getRedactedText() {
        return redactedText;
    }

    public void setRedactedText(String redactedText) {
        this.redactedText = redactedText;
    }
}
