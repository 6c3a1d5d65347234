package io.eastwest.samples;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.analysis.MeshAnalysis;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.validation.MeshValidation;
import io.eastwest.samples.clusterlocal.ClusterLocalSample;
import io.eastwest.samples.distribution.DistributionSample;
import io.eastwest.samples.failover.FailoverSample;
import io.eastwest.samples.partitioning.PartitioningSample;
import io.eastwest.samples.split.SplitSample;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks all five questions and prints the answers; with a folder, reads the mesh in it and prints what is wrong: what reading
 * finds, what admission would object to, and, as {@code istioctl analyze} does, what does not fit together.
 */
public final class FiveQuestions {
    private FiveQuestions() {}

    /**
     * Runs all samples, or reads a mesh of one's own. Ends with exit code 0, 1 when the mesh has errors, and 2 when the
     * arguments are wrong.
     *
     * @param args nothing, or the folder of a mesh: {@code topology.yaml} and {@code clusters/<name>/**}
     */
    public static void main(String[] args) {
        int code = run(System.out, System.err, args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Does the work of {@link #main} and returns the exit code. */
    static int run(PrintStream out, PrintStream err, String... args) {
        if (args.length > 1) {
            err.println("usage: FiveQuestions [folder of a mesh]");
            return 2;
        }
        if (args.length == 1) {
            return readMesh(Path.of(args[0]), out, err);
        }
        answerAll(out);
        return 0;
    }

    private static void answerAll(PrintStream out) {
        out.print(ClusterLocalSample.answer());
        out.print(PartitioningSample.answer());
        out.print(FailoverSample.answer());
        out.print(DistributionSample.answer());
        out.print(SplitSample.answer());
    }

    private static int readMesh(Path folder, PrintStream out, PrintStream err) {
        ReadResult<MeshSnapshot> result = MeshSnapshot.read(folder, ManifestReader.strict());
        Set<Issue> issues = new TreeSet<>(result.issues());
        boolean complete = issues.stream().noneMatch(Issue::isError);
        result.value().map(MeshValidation::check).ifPresent(issues::addAll);
        if (complete) {
            // what a broken document means to say would be missed everywhere
            result.value().map(MeshAnalysis::check).ifPresent(issues::addAll);
        }
        issues.forEach(err::println);
        if (issues.stream().anyMatch(Issue::isError)) {
            return 1;
        }
        MeshSnapshot mesh = result.orThrow();
        out.println("no errors in mesh " + mesh.topology().metadata().name());
        for (String cluster : mesh.clusters()) {
            out.println("  " + cluster + ": " + mesh.manifests(cluster).size() + " resources");
        }
        return 0;
    }
}
