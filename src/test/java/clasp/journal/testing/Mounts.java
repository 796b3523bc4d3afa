package clasp.journal.testing;

import java.io.IOException;
import java.nio.file.Path;

/// Small file systems, where this user may mount one. Stateless.
public final class Mounts {
    private Mounts() {}

    public static boolean memory(Path folder, int megabytes) throws InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
    }

    public static boolean format(Path image) throws InterruptedException {
        return run("mkfs.ext4", "-q", "-F", image.toString());
    }

    public static boolean image(Path image, Path folder, String options) throws InterruptedException {
        return run("mount", "-o", "loop," + options, image.toString(), folder.toString());
    }

    public static void unmount(Path folder) throws InterruptedException {
        if (!run("umount", folder.toString())) {
            run("umount", "-l", folder.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException thereIsNoSuchProgram) {
            return false;
        }
    }
}
