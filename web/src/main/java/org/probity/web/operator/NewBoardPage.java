package org.probity.web.operator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.probity.powers.BoardOffice;
import org.probity.tenancy.Board;
import org.probity.tenancy.ContactDetails;
import org.probity.web.faces.PageActions;

/** Creates a board. */
@Named
@ViewScoped
public class NewBoardPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BoardOffice office;

    @Inject
    private PageActions pageActions;

    private String name;
    private String nameCy;
    private String slug;
    private String prefix;
    private Board.Country country = Board.Country.ENGLAND;
    private String accent = "#1d5f8a";
    private String contactEmail;
    private String postalAddress;
    private String telephone;

    public void load() {
        office.all();
    }

    public void create() {
        pageActions.run(() -> office.create(new BoardOffice.NewBoard(slug, name, nameCy, prefix, country, accent,
                new ContactDetails(contactEmail, postalAddress, telephone))), "/operator", "operator.board.done", name);
    }

    public Board.Country[] getCountries() {
        return Board.Country.values();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNameCy() {
        return nameCy;
    }

    public void setNameCy(String nameCy) {
        this.nameCy = nameCy;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getPrefix() {
        return prefix;
    }

    public void setPrefix(String prefix) {
        this.prefix = prefix;
    }

    public Board.Country getCountry() {
        return country;
    }

    public void setCountry(Board.Country country) {
        this.country = country;
    }

    public String getAccent() {
        return accent;
    }

    public void setAccent(String accent) {
        this.accent = accent;
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
