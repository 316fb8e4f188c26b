package org.probity.web.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.probity.powers.BoardDetails;
import org.probity.tenancy.Board;
import org.probity.tenancy.ContactDetails;
import org.probity.web.faces.PageActions;

/** The administrator says how people reach the board. */
@Named
@ViewScoped
public class DetailsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BoardDetails details;

    @Inject
    private PageActions pageActions;

    private int version;
    private String contactEmail;
    private String postalAddress;
    private String telephone;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but an administrator */
    public void load() {
        Board board = details.board();
        version = board.version();
        contactEmail = board.contact().contactEmail();
        postalAddress = board.contact().postalAddress();
        telephone = board.contact().telephone();
    }

    public void save() {
        pageActions.run(() -> details.change(new ContactDetails(contactEmail, postalAddress, telephone), version), "members", "administration.details.done");
    }

    public String getContactEmail() {
        return contactEmail;
    }

    public void setContactEmail(String contactEmail) {
        this.contactEmail = contactEmail;
    }

    public String getPostalAddress() {
        return postalAddress;
    }

    public void setPostalAddress(String postalAddress) {
        this.postalAddress = postalAddress;
    }

    public String getTelephone() {
        return telephone;
    }

    public void setTelephone(String telephone) {
        this.telephone = telephone;
    }
}
