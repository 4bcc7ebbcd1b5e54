package io.lifeboat.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.sandbox.cloud.Net;
import io.lifeboat.testkit.postgres.PostgresServer;
import io.lifeboat.testkit.postgres.PostgresSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderIT {

    @TempDir
    Path folder;

    @Test
    void shouldEndTheDatabasesThatAKilledSandboxLeftAndTouchNothingElse() throws Exception {
        // Given a folder as a sandbox that was killed leaves it, and a file of somebody else's
        StateFolder state = new StateFolder(folder);
        Path data = Files.createDirectories(state.databases()).resolve("eu-west-1-1");
        PostgresServer leftover = PostgresServer.create(PostgresSettings.trusting(data, "127.0.0.1", Net.freePort()))
                .start();
        Files.writeString(folder.resolve("sandbox.json"), "{}");
        Files.writeString(folder.resolve("notes.txt"), "mine");

        // When
        state.clean();

        // Then
        assertThat(leftover.isRunning()).isFalse();
        assertThat(state.databases()).doesNotExist();
        assertThat(folder.resolve("sandbox.json")).doesNotExist();
        assertThat(folder.resolve("notes.txt")).exists();
    }

    @Test
    void shouldLeaveAProcessAloneThatHasTheNumberOfAnOldOne() throws Exception {
        StateFolder state = new StateFolder(folder);
        Path data = Files.createDirectories(state.databases().resolve("eu-west-1-1"));
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(data.resolve("postmaster.pid"), stranger.pid() + "\n" + data + "\n");

            state.clean();

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void shouldLetNobodyElseReadTheToken() throws Exception {
        StateFolder state = new StateFolder(folder);
        state.clean();

        state.writeToken("secret");

        assertThat(Files.getPosixFilePermissions(folder.resolve("operator-token")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
