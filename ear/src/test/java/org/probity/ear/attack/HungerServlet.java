package org.probity.ear.attack;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;

/** Takes all the memory there is: {@code /tests/test-hunger}. */
@WebServlet("/test-hunger")
public class HungerServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int MEGABYTE = 1024 * 1024;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() < Integer.MAX_VALUE) {
            kept.add(new byte[MEGABYTE]);
        }
    }
}
