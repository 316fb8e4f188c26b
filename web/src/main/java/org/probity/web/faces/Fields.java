package org.probity.web.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What the tag files ask while a field is drawn: its errors, and which texts describe it. */
@Named("fields")
@ApplicationScoped
public class Fields {

    /**
     * One line of the summary at the top.
     *
     * @param target id of the field to jump to, or null
     */
    public record Line(String target, String text) {
    }

    @Inject
    private Text text;

    /** The id of a field: as given, else the last part of its key, so that {@code removal.request.deadline} is {@code deadline}. */
    public String name(String id, String key) {
        return id == null || id.isEmpty() ? key.substring(key.lastIndexOf('.') + 1) : id;
    }

    /** Whether the field has a hint: given, or a text under its key with {@code .hint}. */
    public boolean hinted(String hint, String key) {
        return hint != null && !hint.isEmpty() || key != null && !key.isEmpty() && text.has(key + ".hint");
    }

    /** The id in the page of the field of that name, looked for around the component. */
    public String idOf(UIComponent near, String name) {
        UIComponent field = near.findComponent(name);
        return field == null ? name : field.getClientId();
    }

    /** Whether something is wrong with the field. */
    public boolean wrong(UIComponent near, String name) {
        return FacesContext.getCurrentInstance().getMessages(idOf(near, name)).hasNext();
    }

    /** What is wrong with the field. */
    public String error(UIComponent near, String name) {
        Iterator<FacesMessage> messages = FacesContext.getCurrentInstance().getMessages(idOf(near, name));
        return messages.hasNext() ? messages.next().getSummary() : "";
    }

    /** Value of {@code aria-describedby}: the hint and the error, as far as there are any; null for none. */
    public String describedBy(UIComponent field, String hint, String key) {
        List<String> ids = new ArrayList<>();
        String id = field.getClientId();
        if (hinted(hint, key)) {
            ids.add(id + "-hint");
        }
        if (FacesContext.getCurrentInstance().getMessages(id).hasNext()) {
            ids.add(id + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    /** Value of {@code aria-invalid}, null where all is well. */
    public String invalid(UIComponent field) {
        return FacesContext.getCurrentInstance().getMessages(field.getClientId()).hasNext() ? "true" : null;
    }

    /** Every error on the page, those of fields with the field's id. */
    public List<Line> getErrors() {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<Line> lines = new ArrayList<>();
        faces.getClientIdsWithMessages().forEachRemaining(id -> faces.getMessages(id).forEachRemaining(message -> {
            if (message.getSeverity() == FacesMessage.SEVERITY_ERROR || message.getSeverity() == FacesMessage.SEVERITY_FATAL) {
                lines.add(new Line(id, inSummary(message)));
            }
        }));
        return lines;
    }

    /** What went well, shown once after a redirect. */
    public List<String> getNotices() {
        return texts(FacesMessage.SEVERITY_INFO);
    }

    /** What to mind, such as a page that was open too long. */
    public List<String> getWarnings() {
        return texts(FacesMessage.SEVERITY_WARN);
    }

    /** What is wrong with a field, with the field's name for the summary at the top. */
    static FacesMessage problem(UIComponent field, String text) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, (String) field.getAttributes().get("label"));
    }

    private static String inSummary(FacesMessage message) {
        String field = message.getDetail();
        if (field == null || field.equals(message.getSummary())) {
            return message.getSummary();
        }
        return field + (field.matches(".*[?.!]") ? " " : ": ") + message.getSummary();
    }

    private static List<String> texts(FacesMessage.Severity severity) {
        return FacesContext.getCurrentInstance().getMessageList().stream()
                .filter(message -> message.getSeverity() == severity).map(FacesMessage::getSummary).toList();
    }
}
