package org.probity.signon;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Objects;
import org.probity.kernel.Refusal;
import org.probity.tenancy.BoardOwned;

/** What is to be set of the board's provider, while it waits for a second person. Who asked, and who decides, is a change of power. */
@Entity
@Table(name = "sign_on_change")
public class ProviderChange extends BoardOwned {

    @Column(name = "change_id", nullable = false)
    private Long changeId;

    /** Of the provider that was there when it was asked for; null where there was none. */
    @Column(name = "provider_version")
    private Integer providerVersion;

    @Embedded
    private ProviderTerms terms;

    protected ProviderChange() {
    }

    /** @param before what is set now, or null */
    ProviderChange(Long changeId, Provider before, ProviderTerms terms) {
        this.changeId = changeId;
        this.providerVersion = before == null ? null : before.version();
        this.terms = terms;
    }

    /** @throws Refusal STALE where something else was set after it was asked for */
    void requireUnchanged(Provider now) {
        if (!Objects.equals(providerVersion, now == null ? null : now.version())) {
            throw Refusal.stale();
        }
    }

    ProviderTerms terms() {
        return terms;
    }
}
