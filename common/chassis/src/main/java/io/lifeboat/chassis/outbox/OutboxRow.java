package io.lifeboat.chassis.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A message that waits to be sent; the table adds its position and its time. */
@Entity
@Table(name = "outbox")
public class OutboxRow {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String topic;

    @Column(nullable = false)
    private String application;

    @Column(nullable = false)
    private String headers;

    @Column(nullable = false)
    private byte[] body;

    /** For Hibernate. */
    protected OutboxRow() {}

    OutboxRow(String topic, String application, String headers, byte[] body) {
        this.id = UUID.randomUUID();
        this.topic = topic;
        this.application = application;
        this.headers = headers;
        this.body = body;
    }
}
