package org.probity.web.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.probity.identity.Act;
import org.probity.identity.Condition;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Grant;
import org.probity.identity.Role;
import org.probity.web.kernel.Texts;

/** The matrix as it is at work: who may do what, and only if. Read from where the services are asked, so it cannot be out of date. */
@Named
@RequestScoped
public class MatrixPage {

    /** One act, and those who may do it on the same conditions. */
    public record Row(String act, String roles, List<String> conditions) {
    }

    private String role = "";

    /** Every role that can stand in the matrix; to be chosen from. */
    public List<Role> getRoles() {
        return List.of(Role.values());
    }

    /** What that role may do; everything where none is chosen. */
    public List<Row> getRows() {
        return Arrays.stream(Act.values()).flatMap(act -> act.grants().stream().filter(this::isShown).map(grant -> row(act, grant))).toList();
    }

    private boolean isShown(Grant grant) {
        return role.isEmpty() || grant.roles().stream().anyMatch(one -> one.name().equals(role));
    }

    private static Row row(Act act, Grant grant) {
        return new Row(text("identity.act." + act), names(grant.roles().stream().sorted()),
                grant.conditions().stream().sorted().map(MatrixPage::words).toList());
    }

    private static String words(Condition condition) {
        return text("identity.condition." + condition);
    }

    private static String names(Stream<Role> roles) {
        return String.join(", ", roles.map(one -> text("identity.role." + one)).toList());
    }

    private static String text(String key) {
        return Texts.of(CurrentCaller.get().language(), key);
    }

    public String getRole() {
        return role;
    }

    public void setRole(String name) {
        this.role = Arrays.stream(Role.values()).map(Role::name).filter(one -> one.equals(name)).findFirst().orElse("");
    }
}
