package org.probity.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.probity.access.Caller;
import org.probity.archivefile.Manifest;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Numbered;

/**
 * One export, wipe or restore of a whole board. It begins before anything is touched; its end is written together with
 * what it did, so that after a crash it says truly whether it was done. The end is then kept in the installation's audit.
 */
@Entity
@Table(name = "archive_run")
public class ArchiveRun extends Numbered {

    public enum Kind { EXPORT, WIPE, RESTORE }

    public enum Status { RUNNING, DONE, REFUSED, FAILED, INTERRUPTED }

    /** In place of a board that only the archive knows. */
    public static final String UNKNOWN = "?";

    private static final String BETWEEN = "\n";

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Column(length = 30, nullable = false)
    private String slug;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Status status = Status.RUNNING;

    @Column(length = 100, nullable = false)
    private String node;

    @Column(name = "file_name", length = 100)
    private String fileName;

    @Column(name = "byte_size")
    private Long size;

    @Column(length = 64)
    private String sha256;

    @Column(length = 64)
    private String contents;

    @Column(name = "audit_seq")
    private Long auditSeq;

    @Column(name = "audit_hash", length = 100)
    private String auditHash;

    /** Of a board that was wiped. */
    @Column(name = "board_prefix", length = 12)
    private String boardPrefix;

    @Column(length = 100)
    private String problem;

    @Column(name = "problem_words", length = 1000)
    private String problemWords;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "started_account")
    private Long startedAccount;

    @Column(name = "started_name", length = 200, nullable = false)
    private String startedName;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(nullable = false)
    private boolean audited;

    protected ArchiveRun() {
    }

    /** @param slug of the board; {@link #UNKNOWN} where only the archive knows */
    ArchiveRun(Kind kind, String slug, String fileName, String node, Caller by, Instant now) {
        this.kind = kind;
        this.slug = slug;
        this.fileName = fileName;
        this.node = node;
        this.startedAccount = by.accountId();
        this.startedName = by.name();
        this.startedAt = now;
    }

    /** The archive lies in its folder, whole. */
    void exported(long bytes, String print, Manifest manifest, Instant now) {
        this.size = bytes;
        this.sha256 = print;
        this.contents = manifest.contents();
        this.auditSeq = manifest.audit().seq();
        this.auditHash = manifest.audit().hash();
        end(Status.DONE, now);
    }

    void refused(Refusal refusal, Instant now) {
        Refusal.Problem first = refusal.problems().get(0);
        this.problem = first.key();
        String words = String.join(BETWEEN, Arrays.stream(first.args()).map(String::valueOf).toList());
        this.problemWords = words.length() > 1000 ? words.substring(0, 1000) : words;
        end(Status.REFUSED, now);
    }

    void failed(Instant now) {
        end(Status.FAILED, now);
    }

    /** The server ended in the middle of it. What is not done by then did not happen. */
    void interrupted(Instant now) {
        end(Status.INTERRUPTED, now);
    }

    /** It ends once: what was done stays done, even where telling of it failed. */
    private void end(Status how, Instant now) {
        if (status == Status.RUNNING) {
            this.status = how;
            this.endedAt = now;
        }
    }

    void audited() {
        this.audited = true;
    }

    public Kind kind() {
        return kind;
    }

    public String slug() {
        return slug;
    }

    public Status status() {
        return status;
    }

    public String fileName() {
        return fileName;
    }

    /** In bytes; null until an export is done. */
    public Long size() {
        return size;
    }

    public String sha256() {
        return sha256;
    }

    /** SHA-256 over what the archive holds, as its manifest gives it. */
    public String contents() {
        return contents;
    }

    /** Number of the last entry of the board's audit chain that the archive holds. */
    public Long auditSeq() {
        return auditSeq;
    }

    /** Key of the reason why it was refused, or null. */
    public String problem() {
        return problem;
    }

    public List<String> problemWords() {
        return problemWords == null || problemWords.isEmpty() ? List.of() : List.of(problemWords.split(BETWEEN));
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Long startedAccount() {
        return startedAccount;
    }

    public String startedName() {
        return startedName;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
