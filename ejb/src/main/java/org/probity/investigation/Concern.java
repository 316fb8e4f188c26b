package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.kernel.CodePoints;
import org.probity.kernel.Language;
import org.probity.tenancy.BoardOwned;
import org.probity.worklist.Urgency;

/** A report that came in, as it was given. It is never changed: what the officer makes of it is the investigation. */
@Entity
@Table(name = "concern")
public class Concern extends BoardOwned {

    @Column(name = "receipt_hash", length = 64, nullable = false)
    private String receiptHash;

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(name = "received_at", nullable = false)
    private Instant receivedAt;

    @Column(length = 4000, nullable = false)
    private String what;

    @Column(length = 100)
    private String platform;

    @Column(length = 1000)
    private String address;

    @Column(name = "posted_on")
    private LocalDate postedOn;

    @Column(name = "how_noticed", length = 1000)
    private String howNoticed;

    @Column(name = "subject_name", length = 200)
    private String subjectName;

    @Column(name = "subject_organisation", length = 200)
    private String subjectOrganisation;

    @Column(name = "reporter_name", length = 200)
    private String reporterName;

    @Column(name = "reporter_contact", length = 254)
    private String reporterContact;

    @Column(name = "immediate_danger", nullable = false)
    private boolean immediateDanger;

    @Column(name = "indecent_image", nullable = false)
    private boolean indecentImage;

    @Column(nullable = false)
    private boolean grooming;

    @Enumerated(EnumType.STRING)
    @Column(length = 2, nullable = false)
    private Language language;

    protected Concern() {
    }

    public Concern(NewConcern given, String reference, String receiptHash, Instant receivedAt) {
        this.reference = reference;
        this.receiptHash = receiptHash;
        this.receivedAt = receivedAt;
        this.what = given.what().strip();
        this.platform = given.platform();
        this.address = given.address();
        this.postedOn = given.postedOn();
        this.howNoticed = given.howNoticed();
        this.subjectName = given.subjectName();
        this.subjectOrganisation = given.subjectOrganisation();
        this.reporterName = given.reporterName();
        this.reporterContact = given.reporterContact();
        this.immediateDanger = given.immediateDanger();
        this.indecentImage = given.indecentImage();
        this.grooming = given.grooming();
        this.language = given.language() == null ? Language.EN : given.language();
    }

    public String reference() {
        return reference;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String subjectName() {
        return subjectName;
    }

    /** Everything in it that may name somebody who is not the reporter. */
    public String words() {
        return Stream.of(what, howNoticed, address, platform, subjectOrganisation).filter(Objects::nonNull).collect(Collectors.joining(" / "));
    }

    /** What the case is found by. */
    String sought() {
        return words() + " / " + Objects.toString(subjectName, "");
    }

    /** Null for somebody who stays anonymous; an earlier release kept names in which nothing can be seen. */
    public String reporterName() {
        return CodePoints.seenIn(reporterName);
    }

    Urgency urgency() {
        return new Urgency(immediateDanger, indecentImage, grooming);
    }

    public LocalDate postedOn() {
        return postedOn;
    }

    /** What came in, for the case page. */
    public NewConcern given() {
        return new NewConcern(what, platform, address, postedOn, howNoticed, subjectName, subjectOrganisation,
                reporterName, reporterContact, immediateDanger, indecentImage, grooming, language);
    }
}
