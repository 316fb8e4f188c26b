package org.probity.web.removal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What somebody had typed into a form that cannot be sent any more, so that they can keep it themself. It is kept nowhere here. */
@Named
@RequestScoped
public class Unsent {

    private static final List<String> TYPED = List.of("words", "companion", "adjustments");

    /** As it came with this request. */
    public List<String> getWords() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().entrySet().stream()
                .filter(sent -> Stream.of(sent.getKey()).map(name -> name.substring(name.lastIndexOf(':') + 1)).anyMatch(TYPED::contains))
                .map(sent -> sent.getValue().strip()).filter(words -> !words.isEmpty()).distinct().toList();
    }
}
