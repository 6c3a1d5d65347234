package io.eastwest.samples.ambient;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.samples.text.Answer;
import java.util.List;
import java.util.Locale;

/**
 * In which order do workloads move from sidecars to ambient mode so that policies keep holding? Decides a call that is allowed
 * and one that is not in every state on the way. The policies and the waypoint are in {@code ambient}.
 */
public final class AmbientSample {
    /** A call that the policy of the backend allows. */
    static final Call READ =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1");

    /** A call that it does not. */
    static final Call WRITE = Call.http("POST", "http://mybackend-app.my-backend:8080/orders")
            .from("frontend", "my-frontend", "cluster-1");

    private AmbientSample() {}

    /**
     * Prints the answer.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        System.out.print(answer());
    }

    /** {@return the decisions of each state, and whether the policy holds in it} */
    public static String answer() {
        Answer answer = Answer.to(
                "In which order do workloads move from sidecars to ambient mode so that policies keep holding?");
        for (MigrationStep step : MigrationStep.values()) {
            MeshRouter router = MeshRouter.of(step.mesh());
            List<Decision> decisions = List.of(router.decide(READ), router.decide(WRITE));
            answer.text(
                    step.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                            + (holds(decisions) ? "the policy holds" : "the policy does not hold"),
                    decisions.get(0).toText() + decisions.get(1).toText());
        }
        return answer.toText();
    }

    private static boolean holds(List<Decision> decisions) {
        return decisions.get(0).isForwarded() && decisions.get(1).isRefused();
    }
}
