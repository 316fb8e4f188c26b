package org.probity.ear;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/** Reads a serialised object inside the server, as nothing in Probity does: {@code POST /tests/test-objects}. Says what came of it. */
@WebServlet("/test-objects")
public class ObjectsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Harmless, and known to the server. */
    static final class Planted implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        try (ObjectInputStream objects = new ObjectInputStream(request.getInputStream())) {
            response.getWriter().print("read " + objects.readObject().getClass().getName());
        } catch (InvalidClassException | ClassNotFoundException e) {
            response.getWriter().print(e.getMessage());
        }
    }
}
