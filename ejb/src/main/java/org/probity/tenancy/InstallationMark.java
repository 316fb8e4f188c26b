package org.probity.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something said of the installation at its first start. It is never changed and never taken back. */
@Entity
@Table(name = "installation_mark")
public class InstallationMark {

    /** What is said: whether it is a demonstration, and that its first data was written whole. */
    public enum Name { KIND, FIRST_DATA }

    private static final String WRITTEN = "WRITTEN";

    @Id
    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private Name name;

    @Column(length = 20, nullable = false, updatable = false)
    private String word;

    @Column(nullable = false, updatable = false)
    private Instant since;

    protected InstallationMark() {
    }

    private InstallationMark(Name name, String word, Instant since) {
        this.name = name;
        this.word = word;
        this.since = since;
    }

    public static InstallationMark of(Installation.Kind kind, Instant now) {
        return new InstallationMark(Name.KIND, kind.name(), now);
    }

    public static InstallationMark firstDataWritten(Instant now) {
        return new InstallationMark(Name.FIRST_DATA, WRITTEN, now);
    }

    /** Of the mark that says so. */
    public Installation.Kind kind() {
        return Installation.Kind.valueOf(word);
    }
}
