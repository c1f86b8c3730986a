/// Public keys made with `ssh-keygen` for these tests; nobody has their private halves any more.
enum SampleKeys {
  static let ed25519 =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICH8kdeyZ2gU2E1UTlWOsmnTmZ+vSHQ8GMt2"
    + "1effGqv+"
  static let ecdsa256 =
    "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABB"
    + "BCdvLkzf4WH91WYt8WNAbhMGIXe9KCK9K98M/t/6C9bJ7oqpz7q58qfUZ8w6BLjILwVBxoZc"
    + "sehfBtOck5if0HE="
  static let ecdsa384 =
    "ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABh"
    + "BOrJmC1SEzP9to4Yjeeg4tMFkiyBQzC7GE6H7G0NWZWF537kWOhR4JzG24l7NTEk8WgVXEsA"
    + "Aj971W0fkGg3VpZRLW17ey3igHGu/4Mk+ObqnmWmLAqVcH2ysw2PN4SmMA=="
  static let ecdsa521 =
    "ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACF"
    + "BAE5+FjjFV03b34W5AqLiakAQr4z8V8MBueUs7Ix1xKEjz98q2CISu04i00/d33WilSXvt+6"
    + "wpmL0ZbAGmbwJWcKeAFLU6jGfVY/fDz7mY1bO9meVoBgLuGumqLoXLTjMRi0PyWQay9D34OL"
    + "SCAcLLlGUbXTTUPA+tyItrJyA9cgJEri3Q=="
  static let rsa2048 =
    "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCQZraLs1wO1ibm395T1+SJ+mo7ZiMgw4Xu"
    + "mW0s2FiTPYiTfwrtcGgoY4ocxvBE3BXsZCupZ2ndD3fYJMX3mWOWPDDfXW5LfQMrOqwYpc/J"
    + "yGEbQS1v70RH6dS0VkJffxW6nE9T62bmrfZ/qpRxyQKMV2u8y2qIy0OV5ErA4DXMp3vUQrrw"
    + "fLGbz/ndLvPY0MU0lsSkRv1rUWWv2a1XycoJYzuPInZcHG35HI28ZN5HIpupQUF+DNJeQyNp"
    + "Fiqzzf47Zv3POmEoABboNAhIcwdMtdHxBJYmaOKYupd8H6J55dUqc1Q9C8HqASlRp/0RQU5Z"
    + "QEWz/HS3BluvSXRaF07V"
  static let rsa1024 =
    "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDbwDtvJ/T7AN/iKpDn0jnJtXLOwJlwsu80"
    + "+FBwKfTW1FYwpKeHBvWi917JgVxkupRhRP1RA38osaXDmOp2+yNsD3NW+PCc1+ISNu535gXB"
    + "n/0pp4rxm5RUPpwZpJuJc7+D7NBTyJYxxyugEh9telFgtMW1hJjtKJqjkoZjZduvcQ=="
  static let dsa =
    "ssh-dss AAAAB3NzaC1kc3MAAACBAOcq2r67XCY6HtPIzIbnIwX52QXYJvcggwXvjLwn3B7G"
    + "W1eYB7tNALoBO97wLlguqhjEdGKDo4YjesqFBtiSsb6wzv0eT8ICINf+jnZHEu+l62chBYOD"
    + "1zTm0uU4XteGfseBMaq+DL0Bf3C9N2ABV8JNZ1vuCu8oLgbOYGdWJC6pAAAAFQCx1QmyEWk4"
    + "vkJ9AZwT16svUl3c8QAAAIB+RtByLmxLOlpd4Pa7LUOYojGF3+lFPF8gjv9td94xp9Fg972L"
    + "EzRQA3th2q1rpf5NZEwqc76dvrwpBIxA0KFZPQwqSghOWMgxEKd1eK3PQUfRPXAi2wqtadET"
    + "oe51FXfS9im+jwJ8mVxNNaqutNRQzGkLkWfYa5AR/t9gqt9LyAAAAIEAnUhkViWoIcS5dfZi"
    + "FVRL0bi+wHLnuf/0N0H+sVXHgzVF/pE2kf8oBbxRX+oDE8Gl7JYVwDcN29i4KphuuJzdPjvM"
    + "1ris4Ygkl2JPh+2b/4x1vyWKbqhOlZC0ug/RhzBracmjYiXycoRVDX7J7YIajzvI56l6Sg3L"
    + "H7qUGji7Scc="
  static let certificate =
    "ecdsa-sha2-nistp256-cert-v01@openssh.com AAAAKGVjZHNhLXNoYTItbmlzdHAyNTY"
    + "tY2VydC12MDFAb3BlbnNzaC5jb20AAAAgoy3iLUPHsN1e2AxMYvRl9dG+YhS3awb8NZ4fN7D"
    + "/Y2gAAAAIbmlzdHAyNTYAAABBBCdvLkzf4WH91WYt8WNAbhMGIXe9KCK9K98M/t/6C9bJ7oq"
    + "pz7q58qfUZ8w6BLjILwVBxoZcsehfBtOck5if0HEAAAAAAAAAAAAAAAEAAAADcDAxAAAABwA"
    + "AAANwMDEAAAAAAAAAAP//////////AAAAAAAAAIIAAAAVcGVybWl0LVgxMS1mb3J3YXJkaW5"
    + "nAAAAAAAAABdwZXJtaXQtYWdlbnQtZm9yd2FyZGluZwAAAAAAAAAWcGVybWl0LXBvcnQtZm9"
    + "yd2FyZGluZwAAAAAAAAAKcGVybWl0LXB0eQAAAAAAAAAOcGVybWl0LXVzZXItcmMAAAAAAAA"
    + "AAAAAADMAAAALc3NoLWVkMjU1MTkAAAAgIfyR17JnaBTYTVROVY6yadOZn69IdDwYy3bV598"
    + "aq/4AAABTAAAAC3NzaC1lZDI1NTE5AAAAQOAH8HXk/xCj6lR3wZ8NWEBiiPo80Celjk0C18B"
    + "grg6j3cr9JSO4gKmTHQwFsAGt4cVRj/1+T5B/D070jcHyVQI="

  /// Each key that is taken, with its fingerprint as `ssh-keygen -l` prints it.
  static let taken: [(line: String, fingerprint: String)] = [
    (ed25519, "SHA256:3nVvd0hcfG/nW1Ciw2Otyb62MY1HFeJ4vMFxUWRz6UE"),
    (ecdsa256, "SHA256:cVYjvfL+j0ID9oKE3TBYh3cUY+SY1v5hWhWaDs2q1Yk"),
    (ecdsa384, "SHA256:vTJ5A62+DrLNHRYwa1ct/fZNM248BILLBMmlHFVw0QI"),
    (ecdsa521, "SHA256:dLgjzvKkCa1+4V0LvZNJMpFwIrQPdck71S/WOyqqvpI"),
    (rsa2048, "SHA256:sBRyHVbxy/NaZ2IqNDgT7AUcc+XfrKRFVayoM/u5JFA"),
  ]
}
