package io.eastwest.samples.pullrequest;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.BehaviouralDiff;
import io.eastwest.routing.question.RuleReach;
import io.eastwest.samples.mesh.SampleMesh;
import io.eastwest.samples.text.Answer;

/** What does a pull request change for the calls of a mesh? The manifests are in {@code mesh/pull-request}. */
public final class PullRequestSample {
    private static final Call ORDERS =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1");

    private PullRequestSample() {}

    /**
     * Prints the answer.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        System.out.print(answer());
    }

    /** {@return the calls that are answered differently after the pull request, and the rules that no call reaches then} */
    public static String answer() {
        MeshRouter after = router("pull-request/after");

        Answer answer = Answer.to("What does a pull request change for the calls of a mesh?")
                .text(
                        "Different calls:",
                        diff(router("pull-request/before"), after).toText());
        RuleReach.of(after, ORDERS).unreached().forEach(rule -> answer.text("Not reached after it:", rule.toText()));
        return answer.toText();
    }

    /**
     * Compares the calls of all workloads to all services.
     *
     * @param before the main branch
     * @param after the pull request
     * @return what is different
     */
    static BehaviouralDiff diff(MeshRouter before, MeshRouter after) {
        return BehaviouralDiff.of(before, after);
    }

    /**
     * Reads a mesh of the sample.
     *
     * @param sample one of {@link SampleMesh#names()}
     * @return the mesh
     */
    static MeshRouter router(String sample) {
        return MeshRouter.of(MeshSnapshot.read(SampleMesh.folder(sample)).orThrow());
    }
}
