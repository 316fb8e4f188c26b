package org.probity.ear.chain;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.probity.checkpoint.DailyCheckpoints;
import org.probity.tenancy.CaseDatabase;

/**
 * Reaches what no address of Probity does: {@code /tests/test-chain} with {@code chained} switches the chain, with
 * {@code round} signs every chain that was not signed today, and with {@code sql} changes stored rows of the embedded database.
 */
@WebServlet("/test-chain")
public class ChainServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SwitchedChain chain;

    @Inject
    private transient DailyCheckpoints checkpoints;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String chained = request.getParameter("chained");
        if (chained != null) {
            chain.chained(Boolean.parseBoolean(chained));
        }
        if (request.getParameter("round") != null) {
            checkpoints.round();
        }
        if (request.getParameter("sql") != null) {
            behind(request.getParameter("board"), request.getParameterValues("sql"));
        }
    }

    /** {@code select} is what follows {@code select count(*)}. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Connection connection = CaseDatabase.asApplication().getConnection()) {
            connection.setAutoCommit(false);
            CaseDatabase.enter(connection, request.getParameter("board"));
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) " + request.getParameter("select"))) {
                rows.next();
                response.getWriter().print(rows.getLong(1));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void behind(String board, String... statements) throws IOException {
        try (Connection connection = CaseDatabase.asApplication().getConnection()) {
            connection.setAutoCommit(false);
            CaseDatabase.enter(connection, board);
            try (Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
