package org.probity.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.security.Principal;
import java.util.List;
import org.probity.access.CurrentCaller;
import org.probity.account.SignIns;
import org.probity.kernel.Language;
import org.probity.web.faces.Texts;

/** The boards somebody is a member of, to choose one. */
@Named
@RequestScoped
public class BoardsPage {

    /** One board to go to. */
    public record Line(String name, String roles, String address) {
    }

    @Inject
    private SignIns signIns;

    @Inject
    private Homes homes;

    private List<Line> lines = List.of();

    public void load() {
        Language language = CurrentCaller.get().language();
        Principal principal = FacesContext.getCurrentInstance().getExternalContext().getUserPrincipal();
        lines = signIns.find(principal.getName()).map(account -> homes.of(account, language)).orElse(List.of()).stream()
                .map(home -> new Line(home.board().name(language), roles(language, home), Homes.at(home))).toList();
    }

    private static String roles(Language language, Homes.Home home) {
        return String.join(", ", home.caller().roles().stream().sorted()
                .map(role -> Texts.get(language, "identity.role." + role)).toList());
    }

    public List<Line> getLines() {
        return lines;
    }
}
