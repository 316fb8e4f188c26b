package org.probity.web.referral;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.probity.kernel.Checks;
import org.probity.referral.ItemKind;
import org.probity.referral.PackItem;
import org.probity.referral.PackSource;

/** One item of a pack, while the officer decides about it. */
public class PackRow implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What happens with it. */
    public enum Choice { IN, REDACTED, OUT }

    private final ItemKind kind;
    private final Long sourceId;
    private final String title;
    private final String words;
    private final PackSource.Warning warning;
    private final boolean reply;
    private final String fileName;
    private final long kilobytes;
    private final String place;
    private Choice included;
    private String omissionReason;
    private String redactionNote;
    private String redactedText;

    PackRow(PackSource source) {
        PackSource.SourceFile file = source.file();
        this.kind = source.kind();
        this.sourceId = source.id();
        this.title = source.title();
        this.words = source.plainText();
        this.warning = source.warning();
        this.reply = source.holdsReply();
        this.fileName = file == null ? null : file.fileName();
        this.kilobytes = file == null ? 0 : (file.size() + 1023) / 1024;
        this.place = file == null ? null : place(source, file);
        this.included = source.suggested() ? Choice.IN : Choice.OUT;
        this.redactedText = file == null ? words : null;
    }

    private static String place(PackSource source, PackSource.SourceFile file) {
        return switch (source.kind()) {
            case EVIDENCE -> "evidence/" + source.id() + "/file";
            default -> "documents/" + file.documentId();
        };
    }

    /** Begins as in the round before. */
    void beginFrom(List<PackItem> last) {
        last.stream().filter(item -> item.kind() == kind && Objects.equals(item.sourceId(), sourceId)).findFirst().ifPresent(item -> {
            included = !item.included() ? Choice.OUT : item.redactionNote() == null ? Choice.IN : Choice.REDACTED;
            omissionReason = item.omissionReason();
            redactionNote = item.redactionNote();
            redactedText = item.redactedText() == null ? redactedText : item.redactedText();
        });
    }

    /** Besides what the service asks: that what was to be taken out has been taken out. */
    void check(Checks checks, String field) {
        checks.that(included != Choice.OUT || omissionReason != null && !omissionReason.isBlank(), field + "omissionReason",
                "referral.refused.omissionReason");
        if (included == Choice.REDACTED) {
            checks.that(redactionNote != null && !redactionNote.isBlank(), field + "redactionNote", "referral.refused.redactionNote")
                    .that(isFile() || !same(words, redactedText), field + "redactedText", "referral.refused.unchanged");
        }
    }

    private static boolean same(String one, String other) {
        return other != null && one.replaceAll("\\s+", " ").strip().equals(other.replaceAll("\\s+", " ").strip());
    }

    PackItem item() {
        return switch (included) {
            case IN -> PackItem.in(kind, sourceId, null);
            case OUT -> PackItem.out(kind, sourceId, null, omissionReason);
            case REDACTED -> new PackItem(kind, sourceId, null, true, null, redactionNote, isFile() ? null : redactedText);
        };
    }

    /** What the subject said cannot stay out. */
    public List<Choice> getChoices() {
        return Stream.of(Choice.values()).filter(choice -> choice != Choice.OUT || !reply).toList();
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
