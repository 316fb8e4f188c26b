package org.probity.detection;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.access.CurrentCaller;
import org.probity.access.Signature;
import org.probity.kernel.Json;
import org.probity.tenancy.BoardOwned;

/**
 * That an indecent image of a child was suspected in a case: who said so, when and why. It is never taken back. It stands open until
 * the designated officer has been told of it.
 */
@Entity
@Table(name = "suspected_image")
public class SuspectedImage extends BoardOwned {

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(name = "suspicion_no", nullable = false)
    private int number;

    @Column(length = 4000, nullable = false)
    private String words;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private DangerReport.Route route;

    @Column(name = "external_reference", length = 200)
    private String externalReference;

    @Column(name = "told_json", length = 32000)
    private String told;

    @Column(name = "told_at")
    private Instant toldAt;

    @Column(name = "told_by", length = 200)
    private String toldBy;

    @Embedded
    private Signature signed;

    protected SuspectedImage() {
    }

    /** @param number counts those of the case, from 1 */
    SuspectedImage(String reference, int number, Suspicion suspicion, Signature signed) {
        this.reference = reference;
        this.number = number;
        this.words = suspicion.words().strip();
        this.route = suspicion.route();
        this.externalReference = suspicion.externalReference();
        this.signed = signed;
    }

    /** The designated officer knows of it. */
    void told(DesignatedOfficerContact officer, Instant now) {
        this.told = Json.write(officer);
        this.toldAt = now;
        this.toldBy = CurrentCaller.get().name();
    }

    /** Of the process in which the designated officer is told, such as {@code CHSCB-2026-0042/S1}. */
    String processKey() {
        return reference + "/S" + number;
    }

    Instant since() {
        return signed.at();
    }

    /** What the designated officer was told, as JSON of {@link DesignatedOfficerContact}; null until then. */
    String told() {
        return told;
    }

    Instant toldAt() {
        return toldAt;
    }

    String toldBy() {
        return toldBy;
    }
}
