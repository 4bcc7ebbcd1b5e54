package io.lifeboat.testkit.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** A copy of a running server's data directory, as pg_basebackup would take it if the archive held one. */
final class BaseBackup {

    private BaseBackup() {}

    /** Copies between pg_backup_start and pg_backup_stop, and writes the label that tells where to recover from. */
    static void copy(Connection source, Path from, Path to) throws SQLException, IOException {
        try (Statement statement = source.createStatement()) {
            statement.execute("SELECT pg_backup_start('lifeboat', true)");
            copyTree(from, to);
            try (ResultSet stopped = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                stopped.next();
                Files.writeString(to.resolve("backup_label"), stopped.getString(1));
            }
        }
    }

    /** Copies what a base backup copies: not the old process's lock file, nor WAL beyond what the copy needs. */
    private static void copyTree(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path relative = source.relativize(file);
                String name = relative.toString();
                if (name.equals("postmaster.pid") || name.equals("postmaster.opts") || name.endsWith(".signal")) {
                    continue;
                }
                Path copy = target.resolve(relative);
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(copy);
                } else {
                    copyFile(file, copy);
                }
            }
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
    }

    /** A file that vanishes while it is copied was dropped meanwhile; replaying the WAL drops it from the copy too. */
    private static void copyFile(Path file, Path copy) throws IOException {
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException e) {
            if (Files.exists(file)) {
                throw e;
            }
        }
    }
}
