"""JupyterHub for a class, see README.md beside this file: jupyterhub -f jupyterhub_config.py"""

c = get_config()  # noqa: F821 -- JupyterHub provides it

course = "/opt/attention"

# Behind a web server with a certificate; never open this port itself to the network.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.JupyterHub.db_url = "sqlite:////var/lib/jupyterhub/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = "/var/lib/jupyterhub/cookie_secret"
c.ConfigurableHTTPProxy.pid_file = "/var/lib/jupyterhub/proxy.pid"
c.ConfigurableHTTPProxy.command = ["env", "NODE_PATH=/usr/share/nodejs", "configurable-http-proxy"]

# Accounts of this machine that are in the group "learners" (PAM checks their passwords).
c.JupyterHub.authenticator_class = "pam"
c.LocalAuthenticator.allowed_groups = {"learners"}
c.PAMAuthenticator.open_sessions = False

# Each server runs as its learner. The program makes the learner's copy and then starts Jupyter.
c.Spawner.cmd = [f"{course}/lib/jupyter/install/jupyterhub/start_learner.sh"]
c.Spawner.notebook_dir = "~/attention"
c.Spawner.default_url = "/tree/notebooks"
c.Spawner.environment = {"DENO_DIR": f"{course}/.cache/deno"}
c.Spawner.http_timeout = 60
