package org.probity.ear;

import jakarta.annotation.Resource;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Lets a test outside the server look into its tables: {@code GET /tests/test-rows?select=…} answers the first column, a line a
 * row; {@code POST …?change=…} changes rows, past every rule.
 */
@WebServlet("/test-rows")
public class RowsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "java:jboss/datasources/ProbityDS")
    private transient DataSource database;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + request.getParameter("select"))) {
            while (rows.next()) {
                response.getWriter().println(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            response.getWriter().println(statement.executeUpdate(request.getParameter("change")));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
