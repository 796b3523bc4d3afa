package clasp.journal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What others do for the same: the `sqlite3` shell as a process of its own, and the plainest loop over JDBC.
/// Stateless.
final class Peers {
    static final String SHELL = "sqlite3";
    static final String JDBC = "plain JDBC";

    private Peers() {}

    static String shellVersion() throws IOException {
        Process process = new ProcessBuilder("sqlite3", "--version").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ")[0];
    }

    /// Runs a statement in the shell; what it prints is thrown away.
    static void shell(Path file, String sql) throws IOException, InterruptedException {
        shell(file, List.of(), sql, ProcessBuilder.Redirect.DISCARD);
    }

    /// Writes a statement's rows to a file as CSV.
    static void csv(Path file, String sql, Path target) throws IOException, InterruptedException {
        shell(file, List.of("-csv", "-header"), sql, ProcessBuilder.Redirect.to(target.toFile()));
    }

    private static void shell(Path file, List<String> options, String sql, ProcessBuilder.Redirect output)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sqlite3"));
        command.addAll(options);
        command.addAll(List.of(file.toString(), sql));
        Process process = new ProcessBuilder(command)
                .redirectOutput(output)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("sqlite3 failed: " + sql);
        }
    }

    /// Reads every column of every row of a query on entries; returns how many rows they were.
    static long read(Path file, String sql) throws SQLException {
        long rows = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?immutable=1");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                Entries.read(row);
                rows++;
            }
        }
        return rows;
    }

    /// The one number that a query answers with.
    static long number(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file + "?immutable=1");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Appends entries for some time, so many in each transaction; returns how many a second.
    static double append(Path file, int together, long millis) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO journal_entries"
                    + " (timestamp, author, address, signal_type, value_json, revision, msg_type)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                long begin = System.nanoTime();
                long count = 0;
                while (System.nanoTime() - begin < millis * 1_000_000) {
                    for (int i = 0; i < together; i++) {
                        Entries.bind(insert, Entries.next(count++));
                        insert.addBatch();
                    }
                    insert.executeBatch();
                    connection.commit();
                }
                return count * 1e9 / (System.nanoTime() - begin);
            }
        }
    }
}
