package org.probity.web.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Links from page to page of a list: the current address with another {@code page}, counted from 1. */
@Named("paging")
@ApplicationScoped
public class Paging {

    /** Which page is asked for, from 1; the first where it is none. @param page as it stands in the address, or null */
    public static int number(String page) {
        return page != null && page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
    }

    /** How many pages there are, at least one. */
    public int pages(long total, int size) {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** The address of that page of the list. */
    public String link(int page) {
        return with("page", page == 1 ? null : String.valueOf(page));
    }

    /** The current address with one parameter changed, or left out for null; back on the first page unless it is the page. */
    public String with(String name, String value) {
        HttpServletRequest request = (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
        String address = String.valueOf(request.getAttribute(PrettyViewHandler.ADDRESS));
        int question = address.indexOf('?');
        List<String> kept = new ArrayList<>();
        if (question >= 0) {
            for (String pair : address.substring(question + 1).split("&")) {
                if (!pair.isEmpty() && !pair.startsWith(name + "=") && !pair.startsWith("page=")) {
                    kept.add(pair);
                }
            }
        }
        if (value != null) {
            kept.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        String path = question < 0 ? address : address.substring(0, question);
        return kept.isEmpty() ? path : path + "?" + String.join("&", kept);
    }
}
