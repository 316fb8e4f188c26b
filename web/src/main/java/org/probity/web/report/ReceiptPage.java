package org.probity.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.concern.Receipt;
import org.probity.concern.Receipts;

/** Shows the receipt code for the few minutes in which it can be shown: only its hash is kept. */
@Named
@RequestScoped
public class ReceiptPage {

    @Inject
    private Receipts receipts;

    private Receipt receipt;

    public void load() {
        receipt = receipts.open(ReceiptCookie.get()).orElse(null);
    }

    public String getCode() {
        return receipt == null ? null : receipt.code();
    }

    /** For somebody who may see the case; else null. */
    public String getReference() {
        return receipt == null ? null : receipt.reference();
    }
}
