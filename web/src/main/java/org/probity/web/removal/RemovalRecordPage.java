package org.probity.web.removal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.kernel.Refusal;
import org.probity.removal.RemovalQueries;
import org.probity.removal.RemovalView;
import org.probity.removal.Removals;
import org.probity.web.documents.Sending;
import org.probity.web.faces.PageActions;
import org.probity.web.faces.Uploads;

/** Writes down a reply that came by letter, by telephone or in person, in the words of the person asked. */
@Named
@ViewScoped
public class RemovalRecordPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RemovalQueries queries;

    @Inject
    private Removals removals;

    @Inject
    private PageActions pageActions;

    private String reference;
    private String id;
    private transient RemovalView.Desk view;
    private final RemovalReplyForm form = new RemovalReplyForm();

    /** @throws Refusal NOT_FOUND where the request is out of sight, or belongs to another case */
    public void load() {
        if (!getView().line().reference().equals(reference)) {
            throw Refusal.notFound();
        }
        if (!view.answerRecordable()) {
            PageActions.go("investigations/" + reference + "/removal/" + id);
        }
    }

    public void record() {
        pageActions.run(() -> {
            if (form.getChannel() == null) {
                throw Refusal.invalid("channel", "removal.refused.channel");
            }
            removals.reply(Sending.id(id), form.reply(), Uploads.all(form.getFiles(), "file"));
        }, "investigations/" + reference + "/removal/" + id, "removal.record.done");
    }

    public RemovalView.Desk getView() {
        if (view == null) {
            view = queries.desk(Sending.id(id));
        }
        return view;
    }

    /** What is still asked for. */
    public List<RemovalView.Item> getItems() {
        return getView().items().stream().filter(RemovalView.Item::open).toList();
    }

    public RemovalReplyForm getForm() {
        return form;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
