package org.probity.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import org.probity.investigation.Receipt;

/** Shows the receipt code the one time it can be shown: only its hash is kept. */
@Named
@RequestScoped
public class ReceiptPage {

    private Receipt receipt;

    public void load() {
        receipt = (Receipt) FacesContext.getCurrentInstance().getExternalContext().getFlash().get(ConcernPage.RECEIPT);
    }

    public String getCode() {
        return receipt == null ? null : receipt.code();
    }

    /** For somebody who may see the case; else null. */
    public String getReference() {
        return receipt == null ? null : receipt.reference();
    }
}
