package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.proxy.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The reason that a recorded result stands for.
 *
 * @param reason reason; empty: the detail is in no table
 * @param policy policy of an access decision, {@code none} when no policy allowed; empty: no access decision
 */
record RecordedReason(Optional<Reason> reason, Optional<String> policy) {
    private static final String RBAC = "rbac_access_denied_matched_policy[";
    private static final Map<String, Reason> BY_DETAIL = byDetail();
    private static final Map<String, Reason> BY_FLAG = byFlag();

    static RecordedReason of(JsonNode result) {
        String detail = result.path("detail").asText();
        if (detail.startsWith(RBAC)) {
            String policy = detail.substring(RBAC.length(), detail.length() - 1);
            return new RecordedReason(Optional.of(Reason.RBAC_DENIED), Optional.of(policy));
        }
        return new RecordedReason(reason(result, detail), Optional.empty());
    }

    private static Optional<Reason> reason(JsonNode result, String detail) {
        if (detail.isEmpty()) {
            return result.path("kind").asText().equals("forwarded")
                    ? Optional.of(Reason.FORWARDED)
                    : Optional.ofNullable(BY_FLAG.get(result.path("flags").asText()));
        }
        int brace = detail.indexOf('{');
        return Optional.ofNullable(BY_DETAIL.get(brace < 0 ? detail : detail.substring(0, brace)));
    }

    private static Map<String, Reason> byDetail() {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        reasons.put("via_upstream", Reason.FORWARDED);
        reasons.put("direct_response", Reason.DIRECT_RESPONSE);
        reasons.put("fault_filter_abort", Reason.FAULT_ABORT);
        reasons.put("cors_response", Reason.CORS_PREFLIGHT);
        reasons.put("route_not_found", Reason.ROUTE_NOT_FOUND);
        reasons.put("cluster_not_found", Reason.CLUSTER_NOT_FOUND);
        reasons.put("no_healthy_upstream", Reason.NO_HEALTHY_UPSTREAM);
        reasons.put("no listener", Reason.NO_LISTENER);
        reasons.put("filter_chain_not_found", Reason.FILTER_CHAIN_NOT_FOUND);
        reasons.put("jwt_authn_access_denied", Reason.JWT_DENIED);
        reasons.put("http1.codec_error", Reason.PROTOCOL_ERROR);
        reasons.put("http1.invalid_url", Reason.PROTOCOL_ERROR);
        reasons.put("http.invalid_authority", Reason.PROTOCOL_ERROR);
        reasons.put("http2.violation.of.messaging.rule", Reason.PROTOCOL_ERROR);
        reasons.put("http2.invalid.header.field", Reason.PROTOCOL_ERROR);
        reasons.put("absolute_path_rejected", Reason.OTHER);
        reasons.put("path_normalization_failed", Reason.PATH_NORMALIZATION_FAILED);
        reasons.put("HTTP_REQUEST", Reason.TLS_HANDSHAKE_FAILED);
        reasons.put("WRONG_VERSION_NUMBER", Reason.TLS_HANDSHAKE_FAILED);
        reasons.put("CERTIFICATE_VERIFY_FAILED", Reason.TLS_HANDSHAKE_FAILED);
        reasons.put("PEER_DID_NOT_RETURN_A_CERTIFICATE", Reason.TLS_HANDSHAKE_FAILED);
        reasons.put("upstream_reset_before_response_started", Reason.UPSTREAM_CONNECT_FAILED);
        return reasons;
    }

    private static Map<String, Reason> byFlag() {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        reasons.put("UH", Reason.NO_HEALTHY_UPSTREAM);
        reasons.put("NC", Reason.CLUSTER_NOT_FOUND);
        reasons.put("NR", Reason.ROUTE_NOT_FOUND);
        reasons.put("UF", Reason.UPSTREAM_CONNECT_FAILED);
        return reasons;
    }
}
