package io.lifeboat.executor.action.aws;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The record that is to be changed.
 *
 * @param name its name
 * @param type A, AAAA or CNAME
 * @param ttl in seconds, as Route 53 takes it
 * @param setIdentifier where the record has a routing policy; else null
 * @param values what it is to answer
 */
record RecordView(
        String name, String type, long ttl, @Nullable String setIdentifier, List<String> values) {

    /** That record among others; names compare without case and final dot. */
    Optional<ResourceRecordSet> among(List<ResourceRecordSet> records) {
        return records.stream()
                .filter(record -> plain(record.name()).equals(plain(name)))
                .filter(record -> type.equals(record.typeAsString()))
                .filter(record -> setIdentifier == null || setIdentifier.equals(record.setIdentifier()))
                .findFirst();
    }

    /** Whether a record already is as it should be. */
    boolean isSo(ResourceRecordSet record) {
        List<String> present =
                record.resourceRecords().stream().map(ResourceRecord::value).toList();
        return Set.copyOf(present).equals(Set.copyOf(values)) && record.ttl() != null && record.ttl() == ttl;
    }

    /** The record as it should be, its routing policy and health check kept. */
    ResourceRecordSet changed(Optional<ResourceRecordSet> present) {
        ResourceRecordSet.Builder builder = present.map(ResourceRecordSet::toBuilder)
                .orElseGet(
                        () -> ResourceRecordSet.builder().name(name).type(type).setIdentifier(setIdentifier));
        return builder.aliasTarget((AliasTarget) null)
                .ttl(ttl)
                .resourceRecords(values.stream()
                        .map(value -> ResourceRecord.builder().value(value).build())
                        .toList())
                .build();
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
