package io.eastwest.testing.expect;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.routing.MeshRouter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The command that holds a mesh against its expectations: {@code CheckMesh MESH [EXPECTATIONS] [--junit FILE]}. Without a
 * second argument, the expectations are those of {@code expect.yaml} in the folder of the mesh.
 *
 * <p>Exit codes: 0 all expectations hold; 1 one does not; 2 the mesh, the expectations or the arguments have errors, or the
 * report cannot be written.
 */
public final class CheckMesh {
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final String USAGE = "usage: CheckMesh MESH [EXPECTATIONS] [--junit FILE]";

    private final PrintStream out;

    private CheckMesh(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the command and ends the JVM.
     *
     * @param arguments folder of the mesh, and what else the type says
     */
    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    /**
     * Runs the command.
     *
     * @param out takes the summary, or what is wrong
     * @param arguments folder of the mesh, and what else the type says
     * @return the exit code
     */
    public static int run(PrintStream out, String... arguments) {
        return new CheckMesh(out).run(new ArrayList<>(Arrays.asList(arguments)));
    }

    private int run(List<String> arguments) {
        Optional<Path> junit = Optional.empty();
        int option = arguments.indexOf("--junit");
        if (option >= 0 && option + 1 < arguments.size()) {
            junit = Optional.of(Path.of(arguments.remove(option + 1)));
            arguments.remove(option);
        }
        if (arguments.isEmpty() || arguments.size() > 2 || arguments.contains("--junit")) {
            out.println(USAGE);
            return BAD_INPUT;
        }
        Path mesh = Path.of(arguments.get(0));
        Path file = arguments.size() == 2 ? Path.of(arguments.get(1)) : mesh.resolve("expect.yaml");
        return check(mesh, file, junit);
    }

    private int check(Path mesh, Path file, Optional<Path> junit) {
        ReadResult<MeshSnapshot> snapshot = MeshSnapshot.read(mesh);
        ReadResult<MeshExpectations> expectations = MeshExpectations.read(file);
        List<Issue> errors = new ArrayList<>();
        snapshot.issues().stream().filter(Issue::isError).forEach(errors::add);
        expectations.issues().stream().filter(Issue::isError).forEach(errors::add);
        errors.forEach(out::println);
        if (!errors.isEmpty()) {
            return BAD_INPUT;
        }
        ExpectationReport report = expectations.orThrow().check(MeshRouter.of(snapshot.orThrow()));
        out.print(report.toText());
        if (junit.isPresent()) {
            String suite = snapshot.orThrow().topology().metadata().name();
            try {
                Files.writeString(junit.get(), report.toJUnitXml(suite), StandardCharsets.UTF_8);
            } catch (IOException e) {
                out.println("cannot write " + junit.get() + ": " + e.getMessage());
                return BAD_INPUT;
            }
        }
        return report.passed() ? 0 : FAILED;
    }
}
