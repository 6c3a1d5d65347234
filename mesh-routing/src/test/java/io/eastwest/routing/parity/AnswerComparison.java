package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.proxy.ProxyAnswer;
import java.util.List;

/** Compares the answer of the engine to one call with its recording; the order of the checks is the order of the decision. */
final class AnswerComparison {
    private AnswerComparison() {}

    static List<Difference> compare(ParityCall call, JsonNode recorded, ProxyAnswer answer) {
        Differences differences = new Differences();
        RecordedKeys.requireKnown(recorded, differences);
        NameComparison.compare(recorded, answer, differences);
        OutcomeComparison.compare(RecordedOutcome.of(recorded, call.requests()), call.requests(), answer, differences);
        ShareComparison.compare(recorded, call.requests(), answer, differences);
        ConfigComparison.compare(recorded, answer, differences);
        MessageComparison.compare(recorded, answer, differences);
        return differences.found();
    }
}
